package org.deviceoffboarding.exception.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.inventory.DeviceRow;

/** A tenant's people, groups and devices by script. */
public class ScriptedDirectory implements TenantDirectory {

    private final Map<String, ExceptionTarget> targets = new HashMap<>();
    private final Map<UUID, String> formerUsers = new HashMap<>();
    private final List<DeviceRow> devices = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    public void reset() {
        targets.clear();
        devices.clear();
        formerUsers.clear();
        asked.clear();
    }

    /** Has a user or a group, found by its ID and its name, that covers these devices and these people's records. */
    public ExceptionTarget has(ExceptionKind kind, UUID id, String name, Set<UUID> covered, Set<String> userNames) {
        ExceptionTarget target = new ExceptionTarget(kind, id.toString(), name, new Covered(covered, userNames));
        targets.put(kind + id.toString(), target);
        targets.put(kind + name, target);
        return target;
    }

    public void hasDevice(UUID objectId, UUID deviceId, UUID intuneId, String name) {
        devices.add(new DeviceRow(
                objectId,
                deviceId,
                intuneId,
                name,
                Platform.WINDOWS,
                Ownership.CORPORATE,
                null,
                true,
                "SN-1",
                null,
                null,
                null,
                true));
    }

    /** A user or group can no longer be read. */
    public void loses(ExceptionTarget target) {
        targets.values().removeIf(target::equals);
    }

    /** Returns what was asked of the tenant since the last call. */
    public List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    @Override
    public ExceptionTarget user(String idOrName) {
        return find(ExceptionKind.USER, idOrName);
    }

    @Override
    public ExceptionTarget group(String idOrName) {
        return find(ExceptionKind.GROUP, idOrName);
    }

    /** Intune had a device of someone's, and no longer has. */
    public void hadInIntune(UUID objectId, String userName) {
        formerUsers.put(objectId, userName);
    }

    @Override
    public Set<UUID> lastUsedBy(long runId, Set<String> userNames) {
        return formerUsers.entrySet().stream()
                .filter(device -> userNames.contains(device.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, List<DeviceRow>> devices(Collection<UUID> anyIds) {
        Map<UUID, List<DeviceRow>> found = new HashMap<>();
        devices.forEach(device -> Stream.of(device.objectId(), device.deviceId(), device.intuneId())
                .filter(anyIds::contains)
                .forEach(id ->
                        found.computeIfAbsent(id, first -> new ArrayList<>()).add(device)));
        return found;
    }

    private ExceptionTarget find(ExceptionKind kind, String idOrName) {
        asked.add(idOrName);
        ExceptionTarget target = targets.get(kind + idOrName);
        if (target == null) {
            throw new ExceptionRefusedException("Microsoft Entra has no " + kind.label() + " " + idOrName + ".");
        }
        return target;
    }
}
