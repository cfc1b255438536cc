package org.deviceoffboarding.remediation.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One device of a change request and what became of it.
 *
 * @param device as it was asked for and approved
 * @param dueAt when it is looked at next; means nothing once it has ended
 * @param attempts how often Entra was asked to do it
 * @param sentAt when it was last asked; null if it never was
 * @param detail why it was skipped, failed or not verified, and what to do; else may be empty
 */
public record RequestedDevice(
        long requestId,
        DeviceSnapshot device,
        DeviceState state,
        Instant dueAt,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        String detail) {}
