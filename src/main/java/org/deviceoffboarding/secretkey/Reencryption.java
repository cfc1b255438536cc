package org.deviceoffboarding.secretkey;

/**
 * What came of encrypting values anew.
 *
 * @param changed how many were encrypted with the current key now
 * @param left how many somebody else changed meanwhile, so that they have to be looked at again
 * @param unreadable how many no key reads that is known here; they are left as they are
 */
public record Reencryption(int changed, int left, int unreadable) {

    public static final Reencryption NOTHING = new Reencryption(0, 0, 0);

    public Reencryption plus(Reencryption other) {
        return new Reencryption(changed + other.changed, left + other.left, unreadable + other.unreadable);
    }

    /** Returns whether something was encrypted with another key that is known. */
    boolean foundSome() {
        return changed > 0 || left > 0;
    }
}
