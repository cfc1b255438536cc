package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an administrator did in Intune.
 *
 * @param resourceId what it was done to: for a device the ID that Intune had for it
 * @param deviceId the Entra device ID, where Intune recorded it
 */
public record AuditEvent(
        String id,
        Instant at,
        String activityType,
        String operationType,
        boolean success,
        String category,
        String component,
        String correlationId,
        Employee actor,
        String resourceType,
        String resourceId,
        String resourceName,
        @Nullable String deviceId) {

    AuditEvent withId(String other) {
        return new AuditEvent(
                other,
                at,
                activityType,
                operationType,
                success,
                category,
                component,
                correlationId,
                actor,
                resourceType,
                resourceId,
                resourceName,
                deviceId);
    }
}
