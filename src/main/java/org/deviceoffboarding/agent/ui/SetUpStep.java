package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.agent.setup.ReadinessLine;
import org.deviceoffboarding.agent.setup.ReadinessService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.GuideStep;
import org.deviceoffboarding.proof.ProofService;
import org.springframework.core.annotation.Order;

/** An owner lets the agent read the tenant, with what it needs for that in sight. */
@org.springframework.stereotype.Component
@Order(10)
class SetUpStep implements GuideStep {

    /** What the consent means, for whoever is about to give it. */
    static final String IDENTITY =
            "It runs with your own identity and your own permissions, so your account needs roles that may read: Intune's Read Only"
                    + " Operator and Entra's Security Reader, or others that include what these may. You are asked to consent next. The"
                    + " sign-in that the agent keeps is stored encrypted and expires after 90 days without a run.";

    private final AgentService agents;
    private final ReadinessService readiness;
    private final ProofService proof;
    private final CurrentActor currentActor;

    SetUpStep(AgentService agents, ReadinessService readiness, ProofService proof, CurrentActor currentActor) {
        this.agents = agents;
        this.readiness = readiness;
        this.proof = proof;
        this.currentActor = currentActor;
    }

    @Override
    public String title() {
        return "Set up the agent";
    }

    @Override
    public boolean done() {
        return agents.find().isPresent();
    }

    @Override
    public Component about() {
        Optional<Agent> agent = agents.find();
        if (agent.isPresent()) {
            return new Div(
                    new Paragraph("It reads " + agent.get().tenantName() + " as "
                            + agent.get().identityName() + "."),
                    needs(false));
        }
        Div about = new Div(new Paragraph(
                "The agent reads devices from Microsoft Entra ID and Microsoft Intune. It reads only: nothing in your"
                        + " tenant is changed."));
        if (mayAct()) {
            Button application = new Button(
                    "Let it run as the application instead…",
                    click -> new ApplicationDialog(agents, readiness, proof, () -> {}).open());
            application.addThemeVariants(ButtonVariant.TERTIARY);
            about.add(new Paragraph(IDENTITY), application);
        }
        about.add(needs(true));
        return about;
    }

    @Override
    public Optional<Component> action() {
        return mayAct() && !done()
                ? Optional.of(new ConsentButton("Set up agent…", AgentWish.SET_UP, currentActor))
                : Optional.empty();
    }

    @Override
    public String role() {
        return Roles.OWNER;
    }

    @Override
    public List<Class<? extends PageNews>> news() {
        return List.of(AgentChanged.class, AgentFeaturesChanged.class);
    }

    private Details needs(boolean opened) {
        List<ReadinessLine> lines = readiness.lines();
        int lacking = agents.lacking().size();
        long all = lines.stream()
                .filter(line -> line.isPermission() && !line.optional())
                .count();
        Details needs = new Details(
                done()
                        ? "Permissions: %d of %d given".formatted(all - lacking, all)
                        : "What it needs: %d permissions to read".formatted(all),
                new Readiness(lines, done()));
        needs.setOpened(opened || lacking > 0);
        return needs;
    }

    private boolean mayAct() {
        return currentActor.may(Capability.SET_UP_AGENT);
    }
}
