package org.deviceoffboarding.audit.content;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device that an entry concerns, as it stands in the entry's content; see {@link org.deviceoffboarding.audit.AuditedDevice}. */
public record ContentDevice(UUID objectId, @Nullable UUID deviceId, String name) {

    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        if (deviceId != null) {
            members.put("deviceId", deviceId.toString());
        }
        members.put("name", name);
        members.put("objectId", objectId.toString());
        return members;
    }
}
