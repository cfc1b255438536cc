package org.deviceoffboarding.ask.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many devices a named question found in the result of a run.
 *
 * @param devices null where it could not be counted
 * @param problem why not, a sentence for people; null where it was
 */
public record QuestionNumber(
        long questionId,
        long runId,
        Instant countedAt,
        @Nullable Long devices,
        @Nullable String problem) {

    /** The longest reason why one could not be counted. */
    static final int LONGEST_PROBLEM = 500;

    static QuestionNumber counted(long questionId, long runId, Instant at, long devices) {
        return new QuestionNumber(questionId, runId, at, devices, null);
    }

    static QuestionNumber uncounted(long questionId, long runId, Instant at, String problem) {
        return new QuestionNumber(questionId, runId, at, null, problem);
    }
}
