package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/** Somebody downloaded the checkpoints, or the keys that check them. */
@AuditedAs(
        name = "audit.checkpoints-downloaded",
        label = "Downloaded checkpoints",
        meaning = "Somebody downloaded the checkpoints that prove the log, or the keys that check them.",
        details = "file: which")
record CheckpointsTaken(String file) implements AuditableAction {

    @Override
    public String action() {
        return "audit.checkpoints-downloaded";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Downloaded " + file;
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("file", file);
    }
}
