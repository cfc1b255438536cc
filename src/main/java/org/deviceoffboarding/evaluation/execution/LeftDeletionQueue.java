package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.removed.DisabledDevice;

/**
 * A device that this portal disabled left the queue for deletion.
 *
 * @param because a sentence
 */
@AuditedAs(
        name = "device.left-queue",
        label = "Took a device out of the queue for deletion",
        meaning =
                "A run found that a device that this portal disabled shows a sign of life, was enabled again, or is gone. It can't be deleted"
                        + " until its grace period was begun anew.",
        details = {
            "run: the number of the run",
            "because: why, as sentences for people",
            "disabledAt: when this portal disabled it",
            "disabledBy: the name of who approved that"
        })
record LeftDeletionQueue(long runId, DisabledDevice device, String because) implements AuditableAction {

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

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("run", runId)
                .with("because", because)
                .with("disabledAt", device.disabledAt())
                .with("disabledBy", device.disabledBy());
    }

    @Override
    public List<AuditedDevice> devices() {
        return List.of(new AuditedDevice(device.objectId(), null, device.name()));
    }
}
