package org.deviceoffboarding.inventory.ui;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.jspecify.annotations.Nullable;

/** What a feature has on record about a device, for the time line on its page. Declared as a bean. */
public interface DeviceHistory {

    /**
     * Returns what happened, in any order.
     *
     * @param device null where the inventory does not have it any more
     */
    List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device);

    /** Returns after which news there may be more, besides news of devices and a new result, which count for all. */
    default List<Class<? extends PageNews>> changedBy() {
        return List.of();
    }
}
