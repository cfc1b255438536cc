package org.deviceoffboarding.task.work;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of a step over many tasks.
 *
 * @param id of the step, by which it is taken back; 0 where nothing changed
 * @param changed how many tasks changed
 * @param left for each task that was left as it is, why, in a sentence
 * @param notes what else is to be known of it, a sentence each
 */
public record TaskStepResult(long id, int changed, List<String> left, List<String> notes) {

    public TaskStepResult {
        left = List.copyOf(left);
        notes = List.copyOf(notes);
    }

    /** Makes one of which nothing else is to be known. */
    public TaskStepResult(long id, int changed, List<String> left) {
        this(id, changed, left, List.of());
    }

    /** Returns the same, with one more sentence to be known of it. */
    public TaskStepResult noting(String sentence) {
        return new TaskStepResult(
                id,
                changed,
                left,
                Stream.concat(notes.stream(), Stream.of(sentence)).toList());
    }
}
