package org.deviceoffboarding.task.listing;

import java.util.Optional;
import org.deviceoffboarding.base.Labelled;
import org.deviceoffboarding.task.TaskStatus;

/** Where listed tasks stand: a status, or something that is true of several. Names stand in addresses: never renamed. */
public enum TaskState implements Labelled {
    OPEN("Open"),
    PENDING(TaskStatus.PENDING),
    SNOOZED("Snoozed"),
    ACTIVE(TaskStatus.ACTIVE),

    /** Open, though nothing is left to do about any of its devices. */
    ALL_DONE("Devices all done"),
    NEEDS_APPROVAL(TaskStatus.NEEDS_APPROVAL),
    COMPLETED(TaskStatus.COMPLETED),
    REJECTED(TaskStatus.REJECTED),
    EXPIRED(TaskStatus.EXPIRED);

    private final String label;
    private final Optional<TaskStatus> status;

    TaskState(String label) {
        this.label = label;
        this.status = Optional.empty();
    }

    TaskState(TaskStatus status) {
        this.label = status.label();
        this.status = Optional.of(status);
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns the status that it stands for, if it is one. */
    Optional<TaskStatus> status() {
        return status;
    }
}
