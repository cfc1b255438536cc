package org.deviceoffboarding.remediation.upload;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.removed.DeletedDevices;
import org.deviceoffboarding.removed.DisabledDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which devices an uploaded list of IDs names. Changes nothing. */
@Service
@PreAuthorize("hasRole('" + Roles.OPERATOR + "')")
@Transactional(readOnly = true)
public class IdUploadService {

    private final DeviceIdRepository devices;
    private final DeletedDevices deletedDevices;
    private final DisabledDevices disabledDevices;
    private final Inventories inventories;
    private final FlaggedDevices flagged;

    IdUploadService(
            DeviceIdRepository devices,
            DeletedDevices deletedDevices,
            DisabledDevices disabledDevices,
            Inventories inventories,
            FlaggedDevices flagged) {
        this.devices = devices;
        this.deletedDevices = deletedDevices;
        this.disabledDevices = disabledDevices;
        this.inventories = inventories;
        this.flagged = flagged;
    }

    /**
     * Says of each line which device it names, in the order of the file. No two lines name the same device: the later ones
     * are refused.
     *
     * @throws org.deviceoffboarding.remediation.request.RequestRefusedException if the file is no list of IDs
     */
    public List<UploadedId> check(byte[] file) {
        List<IdFile.Row> rows = IdFile.read(file);
        Known known = new Known(
                find(rows.stream().flatMap(row -> row.ids().stream()).collect(Collectors.toSet())), new HashMap<>());
        return rows.stream().map(known::check).toList();
    }

    private Map<UUID, Map<UUID, NamedDevice>> find(Set<UUID> ids) {
        OptionalLong result =
                flagged.result().stream().mapToLong(run -> run.id()).findFirst();
        Map<UUID, Map<UUID, NamedDevice>> found = devices.find(ids, inventories.published(), result);
        deletedDevices.findByAnyId(ids).forEach(device -> {
            NamedDevice named = new NamedDevice(device.objectId(), device.name());
            add(found, device.objectId(), named);
            add(found, device.deviceId(), named);
        });
        disabledDevices.find(ids).forEach((id, device) -> add(found, id, new NamedDevice(id, device.name())));
        return found;
    }

    private static void add(Map<UUID, Map<UUID, NamedDevice>> found, @Nullable UUID id, NamedDevice device) {
        if (id != null) {
            found.computeIfAbsent(id, none -> new LinkedHashMap<>()).putIfAbsent(device.objectId(), device);
        }
    }

    /** @param lines the line that named each device first, by object ID */
    private record Known(Map<UUID, Map<UUID, NamedDevice>> devices, Map<UUID, Long> lines) {

        UploadedId check(IdFile.Row row) {
            if (row.problem() != null) {
                return UploadedId.refused(row, row.problem());
            }
            Collection<NamedDevice> named = having(row.ids().getFirst()).values();
            if (named.isEmpty()) {
                return UploadedId.refused(
                        row,
                        "No device that the portal knows has this ID. Check the ID; a device that is new is known after the"
                                + " next run.");
            }
            if (named.size() > 1) {
                return UploadedId.refused(
                        row,
                        "Several devices have this ID: " + listed(named)
                                + ". Name the one you mean by its Entra object ID.");
            }
            return once(row, named.iterator().next());
        }

        private UploadedId once(IdFile.Row row, NamedDevice device) {
            for (UUID other : row.ids()) {
                Map<UUID, NamedDevice> others = having(other);
                if (!others.isEmpty() && !others.containsKey(device.objectId())) {
                    return UploadedId.refused(
                            row,
                            "Its IDs name different devices: " + listed(List.of(device)) + " and "
                                    + listed(others.values()) + ". Look which one is meant, and give its ID only.");
                }
            }
            Long before = lines.putIfAbsent(device.objectId(), row.number());
            return before == null
                    ? UploadedId.of(row, device)
                    : UploadedId.refused(row, "It names the same device as line " + before + ".");
        }

        private Map<UUID, NamedDevice> having(UUID id) {
            return devices.getOrDefault(id, Map.of());
        }

        private static String listed(Collection<NamedDevice> devices) {
            return devices.stream()
                    .map(device -> device.name() + " (" + device.objectId() + ")")
                    .collect(Collectors.joining(", "));
        }
    }
}
