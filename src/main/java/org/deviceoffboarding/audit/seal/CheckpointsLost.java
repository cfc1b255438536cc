package org.deviceoffboarding.audit.seal;

import java.time.Instant;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** The file outside lacks checkpoints that it had: it is written again from the database, which then proves only itself. */
@AuditedAs(
        name = "audit.checkpoints-lost",
        label = "Lost checkpoints",
        meaning =
                "The file of checkpoints outside the database lacked some that this portal had seen in it, before it was stopped or since it runs. It is written again from the"
                        + " database, so compare the log with a copy of the file that is kept elsewhere.",
        details = {"file: which", "folder: where it is", "until: when the newest checkpoint was signed that it had"})
record CheckpointsLost(String file, String folder, Instant until) implements AuditableAction {

    @Override
    public String action() {
        return "audit.checkpoints-lost";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Lost checkpoints: " + file
                + " lacks some that it had, and is written again from the database. Compare the log with a copy of"
                + " the file that is kept elsewhere";
    }

    @Override
    public AuditResult result() {
        return AuditResult.FAILED;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("file", file).with("folder", folder).with("until", until);
    }
}
