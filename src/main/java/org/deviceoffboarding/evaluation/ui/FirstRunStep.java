package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.GuideStep;
import org.deviceoffboarding.evaluation.RunService;
import org.springframework.core.annotation.Order;

/** The first run, which begins by itself once the agent is set up. */
@org.springframework.stereotype.Component
@Order(20)
class FirstRunStep implements GuideStep {

    private final RunService runs;
    private final RunStarter starter;
    private final AgentIdentity agent;

    FirstRunStep(RunService runs, RunStarter starter, AgentIdentity agent) {
        this.runs = runs;
        this.starter = starter;
        this.agent = agent;
    }

    @Override
    public String title() {
        return "First run";
    }

    @Override
    public boolean done() {
        return runs.latestCompleted().isPresent();
    }

    @Override
    public Component about() {
        if (runs.active().isPresent()) {
            return new Paragraph("It goes on now, as shown above. You can leave this page.");
        }
        return new Paragraph(runs.failedSince()
                .map(failed -> "Run " + failed.id() + " failed: " + failed.failure())
                .orElse(
                        "The portal reads all devices and judges each. It begins by itself once the agent is set up, takes"
                                + " minutes, and changes nothing in your tenant."));
    }

    @Override
    public Optional<Component> action() {
        if (!starter.allowed() || !agent.present() || runs.active().isPresent()) {
            return Optional.empty();
        }
        Button start = new Button(
                runs.failedSince().isPresent() ? "Run again…" : "Start the first run…", click -> starter.ask());
        start.addThemeVariants(ButtonVariant.PRIMARY);
        return Optional.of(start);
    }

    @Override
    public String role() {
        return runs.active().isPresent() ? "" : Roles.OPERATOR;
    }
}
