package org.deviceoffboarding.inventory.ui;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a device's time line: what happened, when, and by whom.
 *
 * @param what a few words for people, such as "Wiped in Intune"
 * @param who the name of who did it; empty where nobody did, or it is not known
 * @param about where it is shown in whole; null where that is nowhere
 */
public record DeviceMoment(
        Instant at, String what, String who, @Nullable About about) {

    /** Something that nobody in particular did, and that is shown nowhere else. */
    public DeviceMoment(Instant at, String what) {
        this(at, what, "", null);
    }

    /**
     * A link to a page of the portal.
     *
     * @param address such as {@code runs/14}
     * @param text such as "Run 14"
     */
    public record About(String address, String text) {}
}
