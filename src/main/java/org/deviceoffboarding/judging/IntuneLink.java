package org.deviceoffboarding.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.MdmApplication;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.RemovalEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How one Entra device and Intune hang together, and why.
 *
 * @param records Intune's records with the device's ID
 * @param events all that Intune or an earlier inventory say about the device leaving, the newest first
 * @param explanation the event that explains why there is no record; null where there is one or nothing explains it
 * @param claimed whether Entra says that Intune manages the device
 * @param coManaged whether Configuration Manager manages the device, which Intune has or had a record of
 * @param otherMdm the application ID of the MDM that manages the device instead
 */
record IntuneLink(
        LinkState state,
        List<ManagedDevice> records,
        List<RemovalEvent> events,
        @Nullable RemovalEvent explanation,
        boolean claimed,
        boolean coManaged,
        @Nullable String otherMdm) {

    private static final String INTUNE = MdmApplication.INTUNE.id();
    private static final String CONFIGURATION_MANAGER = MdmApplication.CONFIGURATION_MANAGER.id();
    private static final String NO_APPLICATION = "00000000-0000-0000-0000-000000000000";

    /** What nearly all records say. */
    private static final String MANAGED = "managed";

    private static final Set<String> LEAVING =
            Set.of("retirepending", "retireissued", "wipepending", "wipeissued", "deletepending", "deleteissued");

    /** What an administrator or a clean-up rule did; {@link Kind#GONE} is only what followed from it. */
    private static final Set<Kind> CAUSES = EnumSet.of(Kind.RETIRE, Kind.WIPE, Kind.DELETE, Kind.HIDDEN);

    /** Of two events of the same moment, the removal explains more than the hiding. */
    private static final Comparator<RemovalEvent> NEWEST_FIRST =
            Comparator.comparing(RemovalEvent::at).reversed().thenComparing(RemovalEvent::kind);

    static IntuneLink of(DeviceFacts facts, JudgingRules rules, Instant now) {
        EntraDevice entra = facts.entra();
        List<ManagedDevice> records = records(facts);
        List<RemovalEvent> events = events(facts);
        RemovalEvent explanation = records.isEmpty() && !events.isEmpty() ? explanation(events, rules, now) : null;
        String mdm = mdm(entra);
        boolean intune = INTUNE.equals(mdm);
        boolean coManaged = CONFIGURATION_MANAGER.equals(mdm) && isKnownToIntune(facts, records, events);
        boolean claimed = intune || ((mdm == null || coManaged) && Boolean.TRUE.equals(entra.managed()));
        LinkState state = records.isEmpty() ? withoutRecord(explanation, claimed) : withRecords(records);
        return new IntuneLink(
                state, records, events, explanation, claimed, coManaged, intune || coManaged ? null : mdm);
    }

    /** Returns the removal that explains why there is no record; a record that was only hidden was not removed. */
    @Nullable
    RemovalEvent removal() {
        return state == LinkState.REMOVED ? explanation : null;
    }

    boolean hidden() {
        return explanation != null && explanation.kind() == Kind.HIDDEN;
    }

    /** Returns the pending state of the first record, such as {@code retirePending}. */
    String pendingState() {
        return records.stream()
                .map(ManagedDevice::managementState)
                .filter(IntuneLink::isLeaving)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the records with the device's own ID. */
    static List<ManagedDevice> records(DeviceFacts facts) {
        UUID deviceId = facts.entra().deviceId();
        if (deviceId == null || facts.managed().isEmpty()) {
            return List.of();
        }
        List<ManagedDevice> records = new ArrayList<>(facts.managed());
        records.removeIf(record -> !deviceId.equals(record.entraDeviceId()));
        return records;
    }

    private static List<RemovalEvent> events(DeviceFacts facts) {
        UUID deviceId = facts.entra().deviceId();
        if (deviceId == null || facts.removals().isEmpty()) {
            return List.of();
        }
        List<RemovalEvent> events = new ArrayList<>(facts.removals());
        events.removeIf(event -> event.entraDeviceId() != null && !deviceId.equals(event.entraDeviceId()));
        events.sort(NEWEST_FIRST);
        return events;
    }

    /** By a record now or earlier, or by what was done to one, whether or not that worked. */
    private static boolean isKnownToIntune(DeviceFacts facts, List<ManagedDevice> records, List<RemovalEvent> events) {
        AutopilotIdentity autopilot = facts.autopilot();
        return !records.isEmpty()
                || !events.isEmpty()
                || !facts.former().isEmpty()
                || (autopilot != null && autopilot.managedDeviceId() != null);
    }

    private static @Nullable RemovalEvent explanation(List<RemovalEvent> events, JudgingRules rules, Instant now) {
        Instant earliest = now.minus(rules.lookBack());
        List<RemovalEvent> counting = events.stream()
                .filter(event -> event.success()
                        && !event.at().isBefore(earliest)
                        && !event.at().isAfter(now))
                .toList();
        return counting.stream()
                .filter(event -> CAUSES.contains(event.kind()))
                .findFirst()
                .or(() -> counting.stream().findFirst())
                .orElse(null);
    }

    private static LinkState withoutRecord(@Nullable RemovalEvent explanation, boolean claimed) {
        if (explanation == null) {
            return claimed ? LinkState.BROKEN : LinkState.UNCLAIMED;
        }
        return explanation.kind() == Kind.HIDDEN ? LinkState.BROKEN : LinkState.REMOVED;
    }

    private static LinkState withRecords(List<ManagedDevice> records) {
        for (ManagedDevice record : records) {
            if (!isLeaving(record.managementState())) {
                return LinkState.HEALTHY;
            }
        }
        return LinkState.LEAVING;
    }

    static boolean isLeaving(@Nullable String managementState) {
        return managementState != null
                && !managementState.equals(MANAGED)
                && LEAVING.contains(managementState.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String mdm(EntraDevice entra) {
        if (entra.mdmAppId() == null || entra.mdmAppId().equals(INTUNE)) {
            return entra.mdmAppId();
        }
        String id = entra.mdmAppId().strip().toLowerCase(Locale.ROOT);
        return id.isEmpty() || id.equals(NO_APPLICATION) ? null : id;
    }
}
