package org.deviceoffboarding.remediation.upload;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The devices that have any of the IDs of a file, and what each of its lines names of them. */
final class KnownDevices {

    private final Map<UUID, Map<DeviceIdKind, Map<UUID, NamedDevice>>> devices = new HashMap<>();

    /** The line that named each device first, by object ID. */
    private final Map<UUID, Long> lines = new HashMap<>();

    /** Adds a device by one of its IDs, if it has that; once is enough. */
    void add(@Nullable UUID id, DeviceIdKind kind, NamedDevice device) {
        if (id != null) {
            devices.computeIfAbsent(id, none -> new EnumMap<>(DeviceIdKind.class))
                    .computeIfAbsent(kind, none -> new LinkedHashMap<>())
                    .putIfAbsent(device.objectId(), device);
        }
    }

    /** Says which device a line names: the first ID that is known counts, and no other may name a different one. */
    UploadedId check(IdFile.Row row) {
        if (row.problem() != null) {
            return UploadedId.refused(row, row.problem());
        }
        List<NamedId> known =
                row.ids().stream().filter(id -> !having(id).isEmpty()).toList();
        return known.isEmpty() ? UploadedId.refused(row, unknown(row.ids())) : check(row, known);
    }

    private UploadedId check(IdFile.Row row, List<NamedId> known) {
        NamedId first = known.getFirst();
        IdFile.Row named = new IdFile.Row(row.number(), first.text(), row.ids(), null);
        Map<UUID, NamedDevice> fitting = having(first);
        for (NamedId other : known) {
            Map<UUID, NamedDevice> others = having(other);
            Map<UUID, NamedDevice> both = new LinkedHashMap<>(fitting);
            both.keySet().retainAll(others.keySet());
            if (both.isEmpty()) {
                return UploadedId.refused(
                        named,
                        "Its IDs name different devices: " + listed(fitting.values()) + " and "
                                + listed(others.values()) + ". Look which one is meant, and give its ID only.");
            }
            fitting = both;
        }
        return fitting.size() == 1
                ? once(named, fitting.values().iterator().next())
                : UploadedId.refused(
                        named,
                        "Several devices have this ID: " + listed(fitting.values())
                                + ". Name the one you mean by its Entra object ID.");
    }

    private UploadedId once(IdFile.Row row, NamedDevice device) {
        Long before = lines.putIfAbsent(device.objectId(), row.number());
        return before == null
                ? UploadedId.of(row, device)
                : UploadedId.refused(row, "It names the same device as line " + before + ".");
    }

    private String unknown(List<NamedId> ids) {
        for (NamedId id : ids) {
            Map<UUID, NamedDevice> other = having(id.id(), DeviceIdKind.ANY);
            if (!other.isEmpty()) {
                return "No device that the portal knows has this ID as its " + DeviceIdKind.label(id.kinds())
                        + ", which the title says it is; as another ID it is that of " + listed(other.values())
                        + ". Check the title.";
            }
        }
        return (ids.size() == 1
                        ? "No device that the portal knows has this "
                                + DeviceIdKind.label(ids.getFirst().kinds()) + ". Check the ID;"
                        : "No device that the portal knows has one of these IDs. Check them;")
                + " a device that is new is known after the next run.";
    }

    private Map<UUID, NamedDevice> having(NamedId id) {
        return having(id.id(), id.kinds());
    }

    private Map<UUID, NamedDevice> having(UUID id, Set<DeviceIdKind> kinds) {
        Map<UUID, NamedDevice> having = new LinkedHashMap<>();
        devices.getOrDefault(id, Map.of()).forEach((kind, found) -> {
            if (kinds.contains(kind)) {
                having.putAll(found);
            }
        });
        return having;
    }

    private static String listed(Collection<NamedDevice> devices) {
        return devices.stream()
                .map(device -> device.name() + " (" + device.objectId() + ")")
                .collect(Collectors.joining(", "));
    }
}
