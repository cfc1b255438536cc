package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunAlreadyActiveException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.guard.InventoryConfirmationService;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.evaluation.trend.Trends;

/** One run: what it read and found, why it failed, and which devices it left out. */
@Route(RunLink.PATH)
@May(Capability.READ)
class RunView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle, ResultPage {

    /** How many earlier runs it can be compared with. */
    private static final int COMPARED = 50;

    private final transient RunService runs;
    private final transient ScheduleService schedules;
    private final transient LeftOutService leftOut;
    private final transient InventoryConfirmationService confirmations;
    private final transient Trends trends;
    private final transient List<RunSection> sections;
    private final transient CurrentActor currentActor;
    private final transient Clock clock;
    private final transient Signal<RunState> latest;
    private final ValueSignal<Long> shown = new ValueSignal<>(0L);
    private String title = "Run";

    RunView(
            RunService runs,
            ScheduleService schedules,
            LeftOutService leftOut,
            InventoryConfirmationService confirmations,
            Trends trends,
            List<RunSection> sections,
            LatestRun latestRun,
            OpenPages openPages,
            CurrentActor currentActor,
            Clock clock) {
        this.runs = runs;
        this.schedules = schedules;
        this.leftOut = leftOut;
        this.confirmations = confirmations;
        this.trends = trends;
        this.sections = sections;
        this.currentActor = currentActor;
        this.clock = clock;
        this.latest = latestRun.followedBy(getContent());
        Signal<RunTurn> turn = latestRun.turnsFollowedBy(getContent());
        getContent().addClassName("page-content");
        openPages.follow(getContent(), ResultForgotten.class, () -> show(shown.peek()));
        Signal.effect(getContent(), () -> {
            turn.get(); // its page changes when the run starts and when it ends
            show(shown.get());
        });
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        title = "Run " + id;
        shown.set(id);
    }

    @Override
    public boolean shows(long runId) {
        return shown.peek() == runId;
    }

    @Override
    public Optional<Anchor> newest() {
        return runs.latestCompleted().map(run -> {
            Anchor link = RunLink.of(run.id());
            link.setText("Open run " + run.id());
            return link;
        });
    }

    private void show(long id) {
        getContent().removeAll();
        if (id != 0) {
            runs.get(id).ifPresentOrElse(this::show, this::showNothing);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Run run) {
        title = "Run " + run.id();
        getContent().add(new Breadcrumb("", "Overview"), new PageHeader(title).withState(RunPill.of(run)));
        if (run.active()) {
            getContent().add(new RunPanel(latest, runs::paceBefore));
        }
        if (run.failure() != null) {
            getContent().add(failure(run, run.failure()));
        }
        if (run.caution() != null) {
            getContent().add(Callout.attention(run.caution()));
        }
        getContent().add(new RunFacts(run, schedules.started(List.of(run.id())).get(run.id()), latest, clock));
        Optional<Instant> removed = runs.removedAt(run.id());
        if (removed.isPresent()) {
            getContent().add(ForgottenSection.withAgent(removed.get()));
        } else if (run.forgottenAt() != null) {
            getContent().add(new ForgottenSection(run.forgottenAt()));
        } else if (run.status() == RunStatus.COMPLETED) {
            sections.forEach(section -> getContent().add(section.create(run)));
            List<Run> before = runs.completedBefore(run.id(), COMPARED);
            if (!before.isEmpty()) {
                getContent().add(new ComparisonSection(run, before, trends));
            }
            getContent().add(new LeftOutSection(run, leftOut));
        }
    }

    private Section failure(Run run, String reason) {
        Section failure = new Section("Why it failed", new Paragraph(FailureWords.of(run, reason, runs)));
        if (currentActor.may(Capability.CONFIRM_INVENTORY) && confirmations.isAwaited(run.id())) {
            failure.add(new Button(
                    "Confirm and run again…", click -> new ConfirmInventoryDialog(run, () -> confirm(run)).open()));
        }
        return failure;
    }

    private void confirm(Run run) {
        try {
            confirmations.confirm(run.id());
            getUI().ifPresent(ui -> ui.navigate(OverviewView.class));
        } catch (IllegalStateException | RunAlreadyActiveException | AgentMissingException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }

    private void showNothing() {
        getContent()
                .add(
                        new Breadcrumb("", "Overview"),
                        EmptyState.ofPage(
                                "There is no such run",
                                "Activity on Overview lists all runs.",
                                new Anchor("", "Go to Overview")));
    }
}
