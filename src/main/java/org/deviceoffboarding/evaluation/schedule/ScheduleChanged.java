package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.jspecify.annotations.Nullable;

/**
 * An owner changed when runs start by themselves.
 *
 * @param droppedRetry when a run that failed would have been tried again, which it is no more; null where none would
 */
@AuditedAs(
        name = "schedule.changed",
        label = "Changed the schedule",
        meaning = "An owner changed when runs start by themselves.",
        details = "droppedRetry: when a run that had failed would have been tried again, which it is no more",
        changes = {
            "on: whether runs start by themselves",
            "times: when they do, by the clock of the zone",
            "zone: the time zone",
            "resets: whether such a run lets every suggestion begin anew"
        })
record ScheduleChanged(
        Schedule before, Schedule after, @Nullable Instant droppedRetry) implements AuditableAction {

    /** Returns what one version changed of another, each for the middle of a sentence. */
    static List<String> words(Schedule before, Schedule now) {
        List<String> words = new ArrayList<>();
        if (!before.words().equals(now.words())) {
            words.add("runs start " + now.words() + " (before: " + before.words() + ")");
        }
        if (now.on() && now.resets() != (before.on() && before.resets())) {
            words.add(now.resets() ? "their suggestions begin anew" : "their suggestions keep status and assignee");
        }
        return words;
    }

    @Override
    public String action() {
        return "schedule.changed";
    }

    @Override
    public String subject() {
        return "schedule";
    }

    @Override
    public String summary() {
        return "Changed when runs start: " + words(after) + " (was " + words(before) + ")";
    }

    @Override
    public AuditDetails details() {
        AuditDetails details = AuditDetails.NONE
                .changed("on", before.on(), after.on())
                .changed(
                        "times", before.recurrence().words(), after.recurrence().words())
                .changed("zone", before.zone().getId(), after.zone().getId())
                .changed("resets", before.resets(), after.resets());
        return droppedRetry == null ? details : details.with("droppedRetry", droppedRetry);
    }

    private static String words(Schedule schedule) {
        return schedule.on() && schedule.resets() ? schedule.words() + ", with all suggestions anew" : schedule.words();
    }
}
