package org.deviceoffboarding.evaluation.retention;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** What a run found is no longer kept. */
@AuditedAs(
        name = "run.forgotten",
        label = "Forgot the result of a run",
        meaning =
                "What a run found is older than an owner keeps it. It is shown no more, and removed from the database an hour later.",
        details = {"run: its number", "days: for how many days results are kept"})
record ResultRemoved(long runId, int days) implements AuditableAction {

    @Override
    public String action() {
        return "run.forgotten";
    }

    @Override
    public String subject() {
        return "run:" + runId;
    }

    @Override
    public String summary() {
        return "No longer keeps what run " + runId + " found, which is more than " + days + " days ago";
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("run", runId).with("days", days);
    }
}
