package org.deviceoffboarding.audit.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the entries that match is wanted.
 *
 * @param oldestFirst else the newest come first
 * @param behind the place that it begins behind, whether or not an entry stands there any more; null for the beginning
 * @param skipped so many are passed over from there
 * @param limit at most so many come
 */
public record AuditPart(boolean oldestFirst, @Nullable AuditPlace behind, long skipped, int limit) {

    /** Returns the newest entries. */
    public static AuditPart newest(int limit) {
        return new AuditPart(false, null, 0, limit);
    }

    /** Returns the entries before one, the newest first. */
    public static AuditPart before(AuditEntry entry, int limit) {
        return new AuditPart(false, entry.place(), 0, limit);
    }

    String direction() {
        return oldestFirst ? "asc" : "desc";
    }

    /** Returns the condition on entries behind the place, with a space in front. */
    String condition() {
        return behind == null ? "" : " and (e.at, e.id) " + (oldestFirst ? ">" : "<") + " (:placeAt, :placeId)";
    }

    AuditPart withLimit(long skipped, int limit) {
        return new AuditPart(oldestFirst, behind, skipped, limit);
    }
}
