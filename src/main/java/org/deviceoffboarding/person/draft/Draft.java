package org.deviceoffboarding.person.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a person has typed into one field and not sent yet. What it says is nobody else's business: it is in no log.
 *
 * @param opening the window that keeps it
 * @param field which one, of those of its place
 * @param basedOn the fingerprint of the text that it is to take the place of
 */
public record Draft(UUID opening, String field, String basedOn, String text, Instant changedAt) {

    /** Returns whether it was typed over a text, and not over one that somebody has changed since. */
    public boolean isBasedOn(String original) {
        return basedOn.equals(fingerprint(original));
    }

    static String fingerprint(String original) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(original.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "draft of " + field + ", " + text.length() + " characters";
    }
}
