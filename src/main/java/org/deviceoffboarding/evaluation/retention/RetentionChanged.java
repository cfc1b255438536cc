package org.deviceoffboarding.evaluation.retention;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** An owner changed how long results are kept. */
@AuditedAs(
        name = "retention.changed",
        label = "Changed how long results are kept",
        meaning = "An owner changed for how many days the results of runs are kept.",
        changes = "days: for how many days")
record RetentionChanged(int before, int days) implements AuditableAction {

    /** Returns what one version changed of another, for the middle of a sentence. */
    static List<String> words(Retention before, Retention now) {
        return before.days() == now.days()
                ? List.of()
                : List.of("results are kept for " + now.days() + " days (were " + before.days() + ")");
    }

    @Override
    public String action() {
        return "retention.changed";
    }

    @Override
    public String subject() {
        return "retention";
    }

    @Override
    public String summary() {
        return "Changed how long the results of runs are kept: " + days + " days (were " + before + ")";
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.changed("days", before, days);
    }
}
