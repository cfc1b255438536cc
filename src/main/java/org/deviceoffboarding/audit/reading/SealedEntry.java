package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry with what proves it.
 *
 * @param leafHash the hash of its leaf of the tree, as it was stored, in hexadecimal digits
 * @param content the canonical content that the hash is made of; null where it has too many devices to be shown
 * @param seal null until a checkpoint covers it
 * @param fits whether the hash of what it says now, its devices included, is that leaf hash, and the one in the tree
 * @param refused whether it is never sealed: as its hash is not that of what it says, or, where that {@code fits}, as somebody else
 *     keeps it from that
 * @param previous the key of the entry before it; null at the first
 * @param next the key of the entry after it; null at the last
 */
public record SealedEntry(
        AuditEntry entry,
        String leafHash,
        @Nullable String content,
        @Nullable Seal seal,
        boolean fits,
        boolean refused,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * The first checkpoint that covers an entry.
     *
     * @param size how many entries it covers
     * @param note its signed text
     */
    public record Seal(long size, Instant at, String note) {}
}
