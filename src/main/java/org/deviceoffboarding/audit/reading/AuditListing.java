package org.deviceoffboarding.audit.reading;

import java.util.List;

/**
 * Entries as they were read, and up to where the log went at that moment.
 *
 * @param end from which what comes later is told
 */
public record AuditListing(List<AuditEntry> entries, LogEnd end) {

    public AuditListing {
        entries = List.copyOf(entries);
    }
}
