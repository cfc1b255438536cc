package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.guard.InventoryConfirmationService;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.springframework.core.annotation.Order;

/**
 * Says above every page that the newest run failed, until one is completed: why, and what to do, for those who can do it.
 */
@org.springframework.stereotype.Component
@Order(15)
class FailureNotice implements ShellSection {

    private final RunService runs;
    private final InventoryConfirmationService confirmations;
    private final ScheduleService schedules;
    private final AgentIdentity agent;
    private final RunStarter starter;
    private final LatestRun latestRun;
    private final CurrentActor currentActor;
    private final OpenPages openPages;

    FailureNotice(
            RunService runs,
            InventoryConfirmationService confirmations,
            ScheduleService schedules,
            AgentIdentity agent,
            RunStarter starter,
            LatestRun latestRun,
            CurrentActor currentActor,
            OpenPages openPages) {
        this.runs = runs;
        this.confirmations = confirmations;
        this.schedules = schedules;
        this.agent = agent;
        this.starter = starter;
        this.latestRun = latestRun;
        this.currentActor = currentActor;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<Failure> failure() {
        return starter.allowed() ? runs.failedSince().map(this::failure) : Optional.empty();
    }

    private Failure failure(Run run) {
        Next next = runs.active().isPresent()
                ? Next.WAIT
                : confirmations.isAwaited(run.id()) ? Next.LOOK_AT_NUMBERS : Next.RUN_AGAIN;
        String shown = runs.latestCompleted()
                .map(result -> "Until a run is completed, pages show the result of run " + result.id() + ".")
                .orElse("There is no result yet.");
        String again = schedules.isTriedAgain(run.id()) ? " The schedule tries it again by itself." : "";
        return new Failure(run.id(), run.failure() + since(run) + again + " " + shown, next);
    }

    /** What it says may be about an identity that the agent no longer has. */
    private String since(Run run) {
        return agent.since().filter(run.requestedAt()::isBefore).isPresent()
                ? " The agent was given another identity since: what this says about the one before no longer counts."
                : "";
    }

    /** What there is to do about a failure. */
    private enum Next {
        /** Another run goes on; its end tells. */
        WAIT,
        /** What it read looked incomplete: on the run's page are the numbers, and an owner can confirm them. */
        LOOK_AT_NUMBERS,
        RUN_AGAIN
    }

    /** @param sentences why it failed, what to do, and what pages show meanwhile */
    private record Failure(long runId, String sentences, Next next) {}

    private class Line extends RunLine<Failure> {

        Line() {
            super(latestRun, FailureNotice.this::failure);
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "alert");
            openPages.follow(
                    this, List.of(ScheduleMoved.class, RestorationChanged.class, AgentChanged.class), this::show);
        }

        @Override
        void fill(Failure failure) {
            Span sentence = new Span("Run " + failure.runId() + " failed. " + failure.sentences());
            sentence.addClassName("notice-text");
            add(sentence);
            switch (failure.next()) {
                case WAIT -> add(open(failure, "Open run " + failure.runId()));
                case LOOK_AT_NUMBERS ->
                    add(open(
                            failure,
                            currentActor.may(Capability.CONFIRM_INVENTORY)
                                    ? "Look at its numbers and confirm…"
                                    : "Look at its numbers"));
                case RUN_AGAIN ->
                    add(open(failure, "Open run " + failure.runId()), new Button("Run again", click -> starter.ask()));
            }
        }

        private static Anchor open(Failure failure, String text) {
            Anchor link = RunLink.of(failure.runId());
            link.setText(text);
            return link;
        }
    }
}
