package org.deviceoffboarding.keys;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That recovery keys and passwords of a Windows device are kept in Entra, and since when; never what they are. Null is not
 * known, which is never the same as none.
 *
 * @param bitlockerKeys how many BitLocker recovery keys are kept
 * @param newestBitlocker when the latest of them was kept; null where there is none, or Entra does not say
 * @param volumeTypes of which volumes, in Entra's words
 * @param laps whether the password of a local administrator is kept
 * @param lapsBackup when it was last kept
 * @param problem why something is not known, for people; null where all is
 */
public record DeviceKeys(
        UUID objectId,
        @Nullable Integer bitlockerKeys,
        @Nullable Instant newestBitlocker,
        List<String> volumeTypes,
        @Nullable Boolean laps,
        @Nullable Instant lapsBackup,
        Instant checkedAt,
        @Nullable String problem) {

    public DeviceKeys {
        volumeTypes = List.copyOf(volumeTypes);
        if ((bitlockerKeys == null || laps == null) && problem == null) {
            throw new IllegalArgumentException("What is not known about the keys of " + objectId + " needs a reason");
        }
    }

    /** Returns the BitLocker keys for people: "2 keys", "none" or "not known". */
    public String bitlocker() {
        if (bitlockerKeys == null) {
            return "not known";
        }
        return bitlockerKeys == 0 ? "none" : bitlockerKeys == 1 ? "1 key" : bitlockerKeys + " keys";
    }

    /** Returns the LAPS password for people: "kept", "none" or "not known". */
    public String lapsPassword() {
        return laps == null ? "not known" : laps ? "kept" : "none";
    }
}
