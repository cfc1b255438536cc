package org.deviceoffboarding.access.token;

import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept at rest. No two are equal, even of the same token.
 *
 * @param owner whose it is and what for; where it is another's than when it was encrypted, it can't be read
 * @param text the token, encrypted, in hexadecimal digits
 * @param salt of the key, in hexadecimal digits
 * @param keyId of the portal's key that it is encrypted with; null for one of before tokens were bound to their owner
 */
public record EncryptedToken(
        TokenOwner owner,
        String text,
        String salt,
        @Nullable String keyId) {

    @Override
    public String toString() {
        return "EncryptedToken";
    }
}
