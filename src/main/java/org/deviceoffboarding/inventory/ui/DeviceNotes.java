package org.deviceoffboarding.inventory.ui;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What a feature notes about devices in lists: what goes on with them now. Declared as a bean. */
public interface DeviceNotes {

    /** Returns a few words for each device that there is something to note of, by object ID; the others are missing. */
    Map<UUID, String> of(Collection<UUID> objectIds);
}
