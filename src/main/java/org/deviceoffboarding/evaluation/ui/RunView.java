package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.Times;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;

/** One run: what it read and found, why it failed, and which devices it left out. */
@Route("runs")
@RolesAllowed(Roles.READER)
class RunView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle {

    private final transient RunService runs;
    private final transient Clock clock;
    private String title = "Run";

    RunView(RunService runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
        getContent().addClassName("page-content");
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        getContent().removeAll();
        runs.get(id).ifPresentOrElse(this::show, this::showNothing);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Run run) {
        title = "Run " + run.id();
        getContent().add(breadcrumb(), new PageHeader(title).withState(RunPill.of(run)));
        if (run.failure() != null) {
            getContent().add(new Section("Why it failed", new Paragraph(run.failure() + " The result before stands.")));
        }
        Div columns = new Div(new Section("Run", when(run)), new Section("Read and found", what(run)));
        columns.addClassName("columns");
        getContent().add(columns, new LeftOutSection(run, runs));
    }

    private Facts when(Run run) {
        return new Facts()
                .with("Asked for by", run.requestedBy().name())
                .with("Asked for", Times.span(run.requestedAt(), clock.instant()))
                .with("Ended", Times.span(run.finishedAt(), clock.instant()))
                .with("Duration", Times.duration(run.duration(clock.instant())))
                .with("Went on after a restart", run.restarts() == 0 ? "no" : run.restarts() + " times");
    }

    private static Facts what(Run run) {
        return new Facts()
                .with("Entra devices", RunState.number(run.progress().entraDevices()))
                .with("Managed devices", RunState.number(run.progress().managedDevices()))
                .with("Autopilot registrations", RunState.number(run.progress().autopilotIdentities()))
                .with("Removal events", RunState.number(run.progress().removalEvents()))
                .with("Flagged", RunState.number(run.flagged()))
                .with("Left out", RunState.number(run.leftOut()))
                .with("Suggestions", RunState.number(run.suggestions()));
    }

    private void showNothing() {
        getContent()
                .add(
                        breadcrumb(),
                        new EmptyState(
                                "There is no such run",
                                "Activity on Overview lists all runs.",
                                new Anchor("", "Go to Overview")));
    }

    private static Anchor breadcrumb() {
        Anchor back = new Anchor("", "‹ Overview");
        back.addClassName("breadcrumb");
        return back;
    }
}
