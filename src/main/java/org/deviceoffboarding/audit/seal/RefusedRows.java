package org.deviceoffboarding.audit.seal;

import java.util.List;

/**
 * The rows of the log that are never sealed.
 *
 * @param count how many, up to 100,000
 * @param newest some, the newest first
 */
public record RefusedRows(int count, List<RefusedEntry> newest) {

    public RefusedRows {
        newest = List.copyOf(newest);
    }
}
