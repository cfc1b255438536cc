package org.deviceoffboarding.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what was found out about the keys of devices. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class DeviceKeyService {

    private final DeviceKeyRepository keys;

    DeviceKeyService(DeviceKeyRepository keys) {
        this.keys = keys;
    }

    /** Returns what is known about the keys of each device; devices that were never checked are missing. */
    public Map<UUID, DeviceKeys> find(Collection<UUID> objectIds) {
        return keys.find(objectIds).stream().collect(Collectors.toMap(DeviceKeys::objectId, Function.identity()));
    }

    /** Returns what is known about the keys of one device; nothing if it was never checked. */
    public Optional<DeviceKeys> get(UUID objectId) {
        return keys.find(List.of(objectId)).stream().findFirst();
    }
}
