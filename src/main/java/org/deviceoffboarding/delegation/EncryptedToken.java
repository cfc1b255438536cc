package org.deviceoffboarding.delegation;

/**
 * A token as it is kept at rest. No two are equal, even of the same token.
 *
 * @param text the token, encrypted, in hexadecimal digits
 * @param salt of the key, in hexadecimal digits
 */
public record EncryptedToken(String text, String salt) {

    @Override
    public String toString() {
        return "EncryptedToken";
    }
}
