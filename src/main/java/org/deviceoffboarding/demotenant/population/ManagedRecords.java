package org.deviceoffboarding.demotenant.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The records that Intune has. */
final class ManagedRecords {

    private final Generators generators;
    private final RecordChanges changes = new RecordChanges();

    ManagedRecords(Generators generators) {
        this.generators = generators;
    }

    /** Returns the ID of a record that the device can have in Intune, whether or not it has. */
    String id(int device, int copy) {
        return generators.intuneId(device, copy);
    }

    RecordChanges changes() {
        return changes;
    }

    @Nullable
    DemoManagedDevice get(int device, int copy) {
        var profile = generators.roster().profile(device);
        var change = changes.of(generators.intuneId(device, copy));
        if (copy >= profile.link.records() && !change.enrolled()) {
            return null;
        }
        return change.deleted() ? null : new DemoManagedDevice(generators, device, copy, profile, change);
    }

    @Nullable
    DemoManagedDevice find(String id) {
        var number = generators.guids().number(IdKind.INTUNE, id);
        if (number.isEmpty() || number.getAsLong() >= (long) generators.roster().size() * Generators.MOST_RECORDS) {
            return null;
        }
        return get((int) (number.getAsLong() / Generators.MOST_RECORDS), (int)
                (number.getAsLong() % Generators.MOST_RECORDS));
    }

    List<DemoManagedDevice> of(String deviceId) {
        var found = new ArrayList<DemoManagedDevice>();
        generators.deviceOf(IdKind.ENTRA_DEVICE, deviceId).ifPresent(device -> {
            for (int copy = 0; copy < Generators.MOST_RECORDS; copy++) {
                var managed = get(device, copy);
                if (managed != null && managed.azureAdDeviceId().equalsIgnoreCase(deviceId)) {
                    found.add(managed);
                }
            }
        });
        changes.naming(deviceId).stream()
                .map(this::find)
                .filter(Objects::nonNull)
                .filter(record -> found.stream().noneMatch(known -> known.id().equals(record.id())))
                .forEach(found::add);
        return found;
    }
}
