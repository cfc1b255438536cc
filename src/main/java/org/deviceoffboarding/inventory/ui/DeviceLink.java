package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;

/** How a device is named, and the link to its page. */
public final class DeviceLink {

    private DeviceLink() {}

    /** Returns the link to a device's page, which reads as its name. */
    public static Anchor of(UUID objectId, String name) {
        return new Anchor("devices/" + objectId, named(name));
    }

    /** Returns the name, or words that say that there is none. */
    public static String named(String name) {
        return name.isBlank() ? "(no name)" : name;
    }
}
