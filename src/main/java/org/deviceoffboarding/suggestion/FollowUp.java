package org.deviceoffboarding.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.deviceoffboarding.evaluation.ResultPart.Prepared;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.removed.VerifiedChanges;
import org.springframework.stereotype.Component;

/**
 * Goes on with what people did with the suggestions of the run before: whether what they completed came true, and what they set
 * and noted.
 */
@Component
class FollowUp {

    /** So often it is looked at again what people did meanwhile, before it is done while they wait. */
    private static final int MOST_LOOKS = 5;

    private final ProgressRepository progress;
    private final RunResults runResults;
    private final VerifiedChanges changes;

    FollowUp(ProgressRepository progress, RunResults runResults, VerifiedChanges changes) {
        this.progress = progress;
        this.runResults = runResults;
        this.changes = changes;
    }

    /**
     * What the check of completed suggestions depends on, and can change while a run makes its result.
     *
     * @param completed which suggestions of the run before are
     * @param changes what the portal did to their devices since the run began
     */
    private record Basis(Set<Long> completed, List<VerifiedChange> changes) {}

    /** Looks at the suggestions of the run before, for those that a run made and that do not count yet. */
    Prepared prepare(long before, long runId, Consumer<Runnable> held) {
        if (runResults.keepsProgress(runId)) {
            held.accept(() -> progress.follow(before, runId));
        }
        Basis checked;
        int looks = 0;
        do {
            Basis basis = basis(before, runId);
            held.accept(() -> check(before, runId, basis));
            checked = basis;
            looks++;
        } while (looks < MOST_LOOKS && !basis(before, runId).equals(checked));
        Basis last = checked;
        return () -> swapIn(before, runId, last);
    }

    /** Whoever publishes lets the portal change no device meanwhile; from the first line on, people change no suggestion. */
    private void swapIn(long before, long runId, Basis checked) {
        progress.lockAll(before);
        Basis now = basis(before, runId);
        if (!now.equals(checked)) {
            check(before, runId, now);
        }
        progress.noteChecked(before, runId);
        progress.keep(runId);
    }

    private void check(long before, long runId, Basis basis) {
        progress.forgetCheck(before, runId);
        progress.check(before, runId, basis.changes());
        progress.noteStillThere(before, runId);
    }

    private Basis basis(long before, long runId) {
        Set<Long> completed = progress.completed(before);
        if (completed.isEmpty()) {
            return new Basis(completed, List.of());
        }
        Instant began = runResults.startedAt(runId).orElseThrow();
        return new Basis(completed, progress.inCompleted(before, changes.since(began)));
    }
}
