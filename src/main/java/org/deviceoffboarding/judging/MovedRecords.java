package org.deviceoffboarding.judging;

import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.FormerRecord.Moved;
import org.jspecify.annotations.Nullable;

/** Records that Intune still has, that were a device's by what earlier inventories knew, and that name it no longer. */
final class MovedRecords {

    private MovedRecords() {}

    /**
     * Returns why such a record protects the device, as a sentence for people; null if none does. One that went over to
     * another device does not, where Entra has that device and nothing is about to become of the record.
     */
    static @Nullable String protection(DeviceFacts facts) {
        for (FormerRecord record : facts.former()) {
            Moved moved = record.moved();
            if (moved != null && !wentOver(moved)) {
                UUID other = moved.deviceId();
                return "Intune still has its record " + named(record, moved)
                        + (other == null
                                ? ", without a device ID."
                                : ", which names another device ID now (" + other + ").");
            }
        }
        return null;
    }

    /** Returns where the device's record went, as a sentence for people; null if none went over to another device. */
    static @Nullable String evidence(DeviceFacts facts) {
        for (FormerRecord record : facts.former()) {
            Moved moved = record.moved();
            if (moved != null && wentOver(moved)) {
                return "Intune's record " + named(record, moved)
                        + " was its own and is another device's now (device ID " + moved.deviceId()
                        + "), which Entra has, too.";
            }
        }
        return null;
    }

    private static boolean wentOver(Moved moved) {
        return moved.deviceId() != null && moved.deviceKnown() && !IntuneLink.isLeaving(moved.managementState());
    }

    private static String named(FormerRecord record, Moved moved) {
        String name = moved.name().isBlank() ? record.last().deviceName() : moved.name();
        return name.isBlank() ? record.intuneId().toString() : name + " (" + record.intuneId() + ")";
    }
}
