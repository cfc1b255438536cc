package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;

/**
 * A portal begins to add checkpoints to a file to which it did not until now.
 *
 * @param node see {@link CheckpointNode}
 * @param before the folder until now; empty where this portal had none
 */
@AuditedAs(
        name = "audit.checkpoints-elsewhere",
        label = "Copied checkpoints to another folder",
        meaning =
                "A portal adds the checkpoints to a file in a folder that it did not use until now: PORTAL_CHECKPOINT_DIR or the data folder is"
                        + " another, or the portal is new beside others of this database.",
        details = {
            "folder: where the file is",
            "portal: the host; empty where the database has one portal alone",
            "before: the folder until now; empty where this portal had none"
        })
record CheckpointsElsewhere(String folder, String node, String before) implements AuditableAction {

    @Override
    public String action() {
        return "audit.checkpoints-elsewhere";
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String summary() {
        return "Adds the log's checkpoints to a file in " + folder + (node.isEmpty() ? "" : " on " + node)
                + " from now on"
                + (before.isEmpty() ? ", as a new portal of this database" : ", and until now in " + before);
    }

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE.with("folder", folder).with("portal", node).with("before", before);
    }
}
