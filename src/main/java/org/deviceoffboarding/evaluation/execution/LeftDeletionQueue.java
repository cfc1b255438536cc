package org.deviceoffboarding.evaluation.execution;

import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.removed.DisabledDevice;

/**
 * A device that this portal disabled left the queue for deletion.
 *
 * @param because a sentence
 */
record LeftDeletionQueue(DisabledDevice device, String because) implements AuditableAction {

    @Override
    public String action() {
        return "device.left-queue";
    }

    @Override
    public String subject() {
        return "device:" + device.objectId();
    }

    @Override
    public String summary() {
        return "Left the queue for deletion: " + (device.name().isBlank() ? "a device without a name" : device.name())
                + ". " + because;
    }
}
