package org.deviceoffboarding.evaluation.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.jspecify.annotations.Nullable;

/**
 * How far the latest run is, in words.
 *
 * @param runId 0 before the first run since the portal started
 * @param active whether the run still goes on
 * @param phase the ordinal of the run's phase
 * @param begun the progress with which it came to its phase
 * @param inPhase how long it has been in its phase
 * @param run as it was told last; null before the first
 */
record RunState(
        long runId,
        boolean active,
        int phase,
        Actor requestedBy,
        String elapsed,
        String read,
        String judged,
        String confirmed,
        RunProgress progress,
        RunProgress begun,
        Duration inPhase,
        double fraction,
        @Nullable Run run) {

    private static final RunProgress NOTHING = new RunProgress(0, 0, 0, 0, 0, 0, 0, 0);

    static final RunState NONE =
            new RunState(0, false, 0, Actor.PORTAL, "", "", "", "", NOTHING, NOTHING, Duration.ZERO, 0, null);

    static RunState of(Run run, PhaseBegun begun, Clock clock) {
        Instant now = clock.instant();
        RunProgress progress = run.progress();
        return new RunState(
                run.id(),
                run.active(),
                run.phase().ordinal(),
                run.requestedBy(),
                TimeDisplay.duration(run.duration(now)),
                "%s Entra · %s Intune · %s pages"
                                .formatted(
                                        Amounts.number(progress.entraDevices()),
                                        Amounts.number(progress.managedDevices()),
                                        Amounts.number(progress.pages()))
                        + doing(run, RunPhase.READ),
                Amounts.number(progress.judged()) + " of " + Amounts.number(progress.entraDevices()) + " devices"
                        + doing(run, RunPhase.JUDGE),
                (progress.toConfirm() == 0
                                ? "nothing to confirm"
                                : Amounts.number(progress.confirmed()) + " of " + Amounts.number(progress.toConfirm())
                                        + " devices")
                        + doing(run, RunPhase.CONFIRM),
                progress,
                begun.progress(),
                begun.until(now),
                fraction(run),
                run);
    }

    /** What a run does that no number tells of belongs to the phase that it is in. */
    private static String doing(Run run, RunPhase phase) {
        String what = run.progress().doing();
        return run.phase() != phase || what.isEmpty() ? "" : " · " + what;
    }

    /** Returns a run as far as it is by now. */
    Run now(Run known) {
        return run != null && known.active() && known.id() == run.id() ? run : known;
    }

    RunTurn turn() {
        return new RunTurn(runId, active);
    }

    /** Returns what a screen reader says by itself: which step the run has come to, and no number that changes all the time. */
    String spoken() {
        return active ? "Run %d: %s.".formatted(runId, RunPhase.values()[phase].label()) : "";
    }

    /** Returns one sentence for the strip above every page. */
    String sentence() {
        RunPhase now = RunPhase.values()[phase];
        String detail =
                switch (now) {
                    case READ -> ": " + read;
                    case JUDGE -> ": " + judged;
                    case CONFIRM -> ": " + confirmed;
                    case SUGGEST -> "";
                };
        return "Run %d: %s%s. %s so far.".formatted(runId, now.label(), detail, elapsed);
    }

    /** Reading takes most of a run's time; how many pages there will be is not known, so it only ever approaches its end. */
    private static double fraction(Run run) {
        RunProgress progress = run.progress();
        return switch (run.phase()) {
            case READ -> 0.5 * (1 - 1 / (1 + progress.pages() / 10.0));
            case JUDGE -> 0.5 + 0.25 * part(progress.judged(), progress.entraDevices());
            case CONFIRM -> 0.75 + 0.2 * part(progress.confirmed(), progress.toConfirm());
            case SUGGEST -> 0.97;
        };
    }

    private static double part(long done, long total) {
        return total == 0 ? 0 : Math.min(1, (double) done / total);
    }
}
