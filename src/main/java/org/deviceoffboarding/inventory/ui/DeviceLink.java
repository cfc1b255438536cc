package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.deviceoffboarding.base.InvisibleCharacters;

/** How a device is named, and the link to its page. */
public final class DeviceLink {

    /** Where the list is, and below it the page of each. */
    static final String PATH = "devices";

    private DeviceLink() {}

    /** Returns the link to a device's page, which reads as its name. */
    public static Anchor of(UUID objectId, String name) {
        return new Anchor(path(objectId), named(name));
    }

    /** Returns the address of a device's page. */
    static String path(UUID objectId) {
        return PATH + "/" + objectId;
    }

    /** Returns the name, or words that say that there is none. */
    public static String named(String name) {
        return name.isBlank() ? "(no name)" : InvisibleCharacters.shown(name);
    }
}
