package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.GraphCollection;
import org.jspecify.annotations.Nullable;

/** An audit event of Intune as Graph sends it; the names are Graph's. */
record AuditEventRow(
        @Nullable String id,
        @Nullable String displayName,
        @Nullable String activity,
        @Nullable String activityType,
        @Nullable String activityResult,
        @Nullable String activityDateTime,
        @Nullable Performer actor,
        @Nullable List<@Nullable Resource> resources) {

    record Performer(
            @Nullable String userPrincipalName,
            @Nullable String applicationDisplayName,
            @Nullable String servicePrincipalName) {

        @Nullable
        String name() {
            return Stream.of(
                            BlankValues.orText(userPrincipalName),
                            BlankValues.orText(applicationDisplayName),
                            BlankValues.orText(servicePrincipalName))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Resource(
            @Nullable String displayName,
            @Nullable String resourceId,
            @Nullable List<@Nullable Property> modifiedProperties) {

        /** Returns a property's value without the quotes that Intune puts around it: the new one, else the old one. */
        @Nullable
        String property(String name) {
            if (modifiedProperties == null) {
                return null;
            }
            return modifiedProperties.stream()
                    .filter(property -> property != null && name.equalsIgnoreCase(property.displayName()))
                    .flatMap(property -> Stream.of(unquoted(property.newValue()), unquoted(property.oldValue())))
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse(null);
        }

        private static String unquoted(@Nullable String value) {
            return value == null ? "" : value.replace("\"", "");
        }
    }

    record Property(
            @Nullable String displayName,
            @Nullable String oldValue,
            @Nullable String newValue) {}

    /**
     * Returns the events since a point in time. Filtered by time only: Graph compares {@code activityType} with case,
     * and its spelling varies. Without {@code $select}, which Intune does not document for this collection.
     */
    static GraphCollection<AuditEventRow> collection(Instant since) {
        return new GraphCollection<>(
                InventorySource.REMOVAL_EVENTS.inText(),
                "/deviceManagement/auditEvents?$filter=activityDateTime ge " + since.truncatedTo(ChronoUnit.SECONDS),
                AuditEventRow.class,
                "DeviceManagementApps.Read.All");
    }
}
