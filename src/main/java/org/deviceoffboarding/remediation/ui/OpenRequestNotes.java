package org.deviceoffboarding.remediation.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.inventory.ui.DeviceNotes;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.springframework.stereotype.Component;

/** Says in lists of devices which open request each is in. */
@Component
class OpenRequestNotes implements DeviceNotes {

    private final RequestQueryService requests;

    OpenRequestNotes(RequestQueryService requests) {
        this.requests = requests;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> objectIds) {
        Map<UUID, String> notes = new HashMap<>();
        requests.openRequests(objectIds).forEach((device, request) -> notes.put(device, "In request " + request));
        return notes;
    }
}
