package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Intune's audit log of the last year, the oldest event first. Keeps eight bytes an event, and computes the rest; what was added
 * since the tenant was made it keeps as it is.
 */
final class AuditTrail {

    private static final int NUMBER_BITS = 24;
    private static final String[] ROUTINE = {
        "syncDevice ManagedDevice",
        "Patch DeviceCompliancePolicy",
        "Create DeviceConfiguration",
        "Assign MobileApp",
        "rebootNow ManagedDevice"
    };

    private final Generators generators;
    private final Roster roster;

    /** Time and number of each event. A number below the roster's size is that device's, the others are of no device here. */
    private final long[] events;

    private final List<AuditEvent> added = new CopyOnWriteArrayList<>();

    AuditTrail(Generators generators, int entraDevices) {
        this.generators = generators;
        this.roster = generators.roster();
        this.events = new long[removals(roster) + forgotten(entraDevices)];
        int next = 0;
        for (Profile profile : Profile.values()) {
            for (int rank = 0; profile.removal != Removal.NONE && rank < roster.count(profile); rank++) {
                int device = roster.device(profile, rank);
                events[next++] = pack(generators.timeline().removed(device, profile.removal), device);
            }
        }
        for (int number = roster.size(); next < events.length; number++) {
            events[next++] = pack(generators.timeline().daysAgo(0, 360, number, Roll.EVENT), number);
        }
        Arrays.sort(events);
    }

    private static int removals(Roster roster) {
        return Arrays.stream(Profile.values())
                .filter(profile -> profile.removal != Removal.NONE)
                .mapToInt(roster::count)
                .sum();
    }

    private static int forgotten(int entraDevices) {
        return Math.max(20, entraDevices / 20);
    }

    private static long pack(Instant at, int number) {
        return at.getEpochSecond() << NUMBER_BITS | number;
    }

    int size() {
        return events.length + added.size();
    }

    /** Adds that an administrator or a rule did something to a record of a device. */
    void add(Removal removal, int device, int copy, Instant at) {
        AuditEvent like = event(
                at,
                device,
                removal.activityType(),
                !removal.failed(),
                generators.intuneId(device, copy),
                generators.nameOf(device),
                removal.namesTheDevice() ? generators.guids().of(IdKind.ENTRA_DEVICE, device) : null);
        added.add(like.withId(generators.guids().of(IdKind.AUDIT_EVENT, roster.size() + size() + 1L)));
    }

    /** Forgets what was added. */
    void reset() {
        added.clear();
    }

    /** Returns the position of the first event at or after a time. */
    int firstAt(Instant time) {
        int found = Arrays.binarySearch(events, time.getEpochSecond() << NUMBER_BITS);
        int first = found >= 0 ? found : -found - 1;
        return first < events.length ? first : firstAddedAt(time);
    }

    /** What was added is as old as the order in which it was. */
    private int firstAddedAt(Instant time) {
        int older = (int)
                added.stream().takeWhile(event -> event.at().isBefore(time)).count();
        return events.length + older;
    }

    AuditEvent event(int position) {
        if (position >= events.length) {
            return added.get(position - events.length);
        }
        int number = (int) (events[position] & ((1 << NUMBER_BITS) - 1));
        var at = Instant.ofEpochSecond(events[position] >> NUMBER_BITS);
        return number < roster.size() ? ofDevice(at, number) : ofNoDevice(at, number);
    }

    private AuditEvent ofDevice(Instant at, int device) {
        var profile = roster.profile(device);
        var deviceId = profile.removal.namesTheDevice() ? generators.guids().of(IdKind.ENTRA_DEVICE, device) : null;
        var intuneId = generators.intuneId(device, 0);
        return event(
                at,
                device,
                profile.removal.activityType(),
                !profile.removal.failed(),
                intuneId,
                generators.firstNameOf(device),
                deviceId);
    }

    /** Every second one removed a device that is gone from Entra, too; the others are daily work. */
    private AuditEvent ofNoDevice(Instant at, int number) {
        var guids = generators.guids();
        var intuneId = guids.of(IdKind.FORGOTTEN_INTUNE, number);
        if (number % 2 == 0) {
            var removal =
                    generators.dice().oneOf(number, Roll.REMOVED, Removal.WIPED, Removal.RETIRED, Removal.DELETED);
            return event(
                    at,
                    number,
                    removal.activityType(),
                    true,
                    intuneId,
                    "LAPTOP-OLD-" + number,
                    guids.of(IdKind.FORGOTTEN_ENTRA_DEVICE, number));
        }
        return event(
                at,
                number,
                generators.dice().oneOf(number, Roll.NAME, ROUTINE),
                true,
                intuneId,
                "Contoso standard",
                null);
    }

    private AuditEvent event(
            Instant at,
            int number,
            String activityType,
            boolean success,
            String resourceId,
            String resourceName,
            @Nullable String deviceId) {
        boolean device = activityType.endsWith("ManagedDevice") || activityType.startsWith("Device set");
        return new AuditEvent(
                generators.guids().of(IdKind.AUDIT_EVENT, number),
                at,
                activityType,
                activityType.startsWith("Delete") ? "Delete" : "Action",
                success,
                device ? "Device" : "DeviceConfiguration",
                device ? "ManagedDevices" : "DeviceConfiguration",
                generators.guids().of(IdKind.CORRELATION, number),
                generators.staff().person(generators.dice().below(3, number, Roll.ADMINISTRATOR)),
                device ? "ManagedDevice" : "DeviceConfiguration",
                resourceId,
                resourceName,
                deviceId);
    }
}
