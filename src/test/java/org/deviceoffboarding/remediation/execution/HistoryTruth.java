package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.population.AuditEvent;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.ObjectKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Says why nothing may be sent for a device, by the tenant as it is and by plain reasoning: not by the portal's judge. Of the
 * past it knows what completed runs could read.
 */
class HistoryTruth {

    private static final int RECORDS = Population.MOST_RECORDS;
    private static final Set<String> USERLESS =
            Set.of("applebulkwithoutuser", "windowsbulkuserless", "androidenterprisededicateddevice");
    private static final Set<String> LEAVING = Set.of("retirePending", "wipePending", "wipeIssued", "deletePending");
    private static final Set<String> REMOVALS =
            Set.of("wipe manageddevice", "retire manageddevice", "delete manageddevice");

    private final Population population;
    private final HistoryDecisions decisions;
    private final List<HistoryDevice> devices;

    /** The records that runs read with a device's own ID, by Intune ID, with how they were enrolled. */
    private final Map<UUID, Map<String, String>> known = new HashMap<>();

    HistoryTruth(Population population, HistoryDecisions decisions, List<HistoryDevice> devices) {
        this.population = population;
        this.decisions = decisions;
        this.devices = devices;
    }

    /** Remembers what a run that was completed has read. */
    void read() {
        for (HistoryDevice device : devices) {
            records(device)
                    .forEach(record -> known.computeIfAbsent(device.id(), id -> new HashMap<>())
                            .put(record.id(), record.enrollmentType().toLowerCase(Locale.ROOT)));
        }
    }

    DemoEntraDevice entra(HistoryDevice device) {
        return Objects.requireNonNull(population.entraDevice(device.number(), Instant.MAX));
    }

    /** Returns Intune's records with a device's own ID. */
    List<DemoManagedDevice> records(HistoryDevice device) {
        return population.managedDevicesOf(device.deviceId());
    }

    /** Returns the records that a device was made with or got since, as they are, whatever they name. */
    List<DemoManagedDevice> made(HistoryDevice device) {
        return IntStream.range(0, RECORDS)
                .mapToObj(copy -> population.managedDevice(device.number(), copy))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns why a device may not be disabled now; null if it may. */
    @Nullable
    String againstDisabling(HistoryDevice device) {
        String rule = protection(device);
        if (rule != null) {
            return rule;
        }
        List<DemoManagedDevice> records = records(device);
        return records.isEmpty() ? againstMissing(device) : againstSilent(device, records);
    }

    /** Returns why a device may not be deleted now; null if it may. */
    @Nullable
    String againstDeleting(HistoryDevice device, @Nullable Instant disabledAt) {
        String rule = protection(device);
        if (rule != null) {
            return rule;
        }
        if (disabledAt == null) {
            return "the portal neither disabled it nor took it over";
        }
        if (entra(device).accountEnabled()) {
            return "it is enabled";
        }
        if (!disabledAt.isBefore(Instant.now().minus(decisions.rules().gracePeriod()))) {
            return "its grace period is not over";
        }
        if (!isBefore(entra(device).signedIn(), disabledAt)
                || records(device).stream().anyMatch(record -> !isBefore(record.synchronised(), disabledAt))) {
            return "it was heard of since";
        }
        return decisions.rules().situations().contains(Situation.READY_TO_DELETE) ? null : "that is not looked for";
    }

    private @Nullable String protection(HistoryDevice device) {
        DemoEntraDevice entra = entra(device);
        if (entra.kind() != ObjectKind.ORDINARY) {
            return "it is of a protected kind: " + entra.kind();
        }
        if (isUserless(device)) {
            return "it is a shared device";
        }
        if (decisions.isExcepted(device.id())) {
            return "an exception holds";
        }
        if (decisions.isInstructedOut(device.id(), entra)) {
            return "an instruction leaves it out";
        }
        if (isOthers(device, entra)) {
            return "another MDM manages it: " + entra.mdmAppId();
        }
        List<DemoManagedDevice> records = records(device);
        if (!records.isEmpty() && records.stream().allMatch(record -> LEAVING.contains(record.managementState()))) {
            return "Intune has not finished with it";
        }
        return movedRecord(device);
    }

    private boolean isUserless(HistoryDevice device) {
        List<DemoManagedDevice> records = records(device);
        return records.isEmpty()
                ? known.getOrDefault(device.id(), Map.of()).values().stream().anyMatch(USERLESS::contains)
                : records.stream()
                        .anyMatch(record ->
                                USERLESS.contains(record.enrollmentType().toLowerCase(Locale.ROOT)));
    }

    private boolean isOthers(HistoryDevice device, DemoEntraDevice entra) {
        String mdm = entra.mdmAppId();
        if (mdm == null || mdm.equals(DemoEntraDevice.INTUNE_APP_ID)) {
            return false;
        }
        boolean inIntune = known.containsKey(device.id())
                || !records(device).isEmpty()
                || !events(device).isEmpty();
        return !(mdm.equals(DemoEntraDevice.CONFIGURATION_MANAGER_APP_ID) && inIntune);
    }

    /** An Intune record that was the device's own protects it, unless it went over to another device that is there. */
    private @Nullable String movedRecord(HistoryDevice device) {
        for (String id : known.getOrDefault(device.id(), Map.of()).keySet()) {
            DemoManagedDevice record = population.findManagedDevice(id);
            if (record != null && !record.azureAdDeviceId().equalsIgnoreCase(device.deviceId()) && !wentOver(record)) {
                return "Intune has its record " + id + ", which names '" + record.azureAdDeviceId() + "'";
            }
        }
        return null;
    }

    private boolean wentOver(DemoManagedDevice record) {
        DemoEntraDevice other = population.findEntraDevice(IdKind.ENTRA_DEVICE, record.azureAdDeviceId());
        return other != null && other.state().present() && !LEAVING.contains(record.managementState());
    }

    private @Nullable String againstMissing(HistoryDevice device) {
        JudgingRules rules = decisions.rules();
        boolean removed = isRemoved(device);
        boolean claimed = Boolean.TRUE.equals(entra(device).isManaged());
        boolean silent = isBefore(entra(device).signedIn(), Instant.now().minus(rules.silentAfter()));
        Set<Situation> held = new HashSet<>();
        if (removed) {
            held.add(Situation.REMOVED_FROM_INTUNE);
        }
        if (claimed) {
            held.add(Situation.BROKEN_LINK);
        }
        if (silent) {
            held.add(Situation.SILENT_AND_UNMANAGED);
        }
        held.retainAll(rules.situations());
        return held.isEmpty() ? "nothing speaks against it: no removal, no claim, no silence" : null;
    }

    private boolean isRemoved(HistoryDevice device) {
        Instant earliest = Instant.now().minus(decisions.rules().lookBack());
        return known.containsKey(device.id())
                || events(device).stream()
                        .anyMatch(event -> event.success()
                                && event.at().isAfter(earliest)
                                && REMOVALS.contains(event.activityType().toLowerCase(Locale.ROOT)));
    }

    private @Nullable String againstSilent(HistoryDevice device, List<DemoManagedDevice> records) {
        Instant limit = Instant.now().minus(decisions.rules().silentAfter());
        boolean silent = decisions.rules().situations().contains(Situation.SILENT_EVERYWHERE)
                && isBefore(entra(device).signedIn(), limit)
                && records.stream().allMatch(record -> isBefore(record.synchronised(), limit));
        return silent ? null : "Intune has a record of it, and it is not silent";
    }

    /** Returns the events that name a device, or a record that was its own. */
    private List<AuditEvent> events(HistoryDevice device) {
        List<AuditEvent> events = new ArrayList<>();
        Set<String> records = known.getOrDefault(device.id(), Map.of()).keySet();
        for (int position = 0; position < population.auditEvents(); position++) {
            AuditEvent event = population.auditEvent(position);
            if (device.deviceId().equalsIgnoreCase(event.deviceId()) || records.contains(event.resourceId())) {
                events.add(event);
            }
        }
        return events;
    }

    /** A time that is blank, never or ahead is no evidence. */
    private static boolean isBefore(@Nullable Instant time, Instant limit) {
        return time != null && time.isAfter(Instant.parse("0001-01-02T00:00:00Z")) && time.isBefore(limit);
    }
}
