package org.deviceoffboarding.access.token;

import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept at rest.
 *
 * @param owner whose it is and what for; where it is another's than when it was encrypted, it can't be read
 * @param text the token, encrypted, in hexadecimal digits
 * @param salt of the key, in hexadecimal digits; each token has its own, which it keeps when the portal's key is replaced
 * @param keyId of the portal's key that it is encrypted with; null for one of before tokens were bound to their owner
 */
public record EncryptedToken(
        TokenOwner owner,
        String text,
        String salt,
        @Nullable String keyId) {

    /**
     * Returns whether it is the same token of the same owner, though encrypted with another key meanwhile: the salt belongs to
     * the token, and each that the tenant gives has its own.
     */
    public boolean isSameAs(@Nullable EncryptedToken other) {
        return other != null && salt.equals(other.salt) && owner.equals(other.owner);
    }

    @Override
    public String toString() {
        return "EncryptedToken";
    }
}
