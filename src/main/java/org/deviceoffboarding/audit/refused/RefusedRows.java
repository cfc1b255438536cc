package org.deviceoffboarding.audit.refused;

import java.util.List;

/**
 * The rows of the log that are never sealed, as far as they were looked at.
 *
 * @param foreign how many have not the hash of what they say
 * @param newest some of these, the newest first
 * @param kept how many fit their hashes, and are kept from being sealed by somebody else, up to 10,000
 * @param newestKept some of these, the newest first
 * @param unseen how many were not looked at yet, up to 100,000
 */
public record RefusedRows(int foreign, List<RefusedEntry> newest, int kept, List<RefusedEntry> newestKept, int unseen) {

    /** Where there is none. */
    public static final RefusedRows NONE = new RefusedRows(0, List.of(), 0, List.of(), 0);

    public RefusedRows {
        newest = List.copyOf(newest);
        newestKept = List.copyOf(newestKept);
    }
}
