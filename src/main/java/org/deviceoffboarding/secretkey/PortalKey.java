package org.deviceoffboarding.secretkey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** A key for what the portal stores encrypted, and the ID by which it is told from others, which tells nothing of it. */
public final class PortalKey {

    /** A key of 32 random bytes in Base64 has 44 characters, one in hexadecimal 64. */
    public static final int SHORTEST = 32;

    private static final String HKDF = "HKDF-SHA256";
    private static final int ID_BYTES = 8;

    private final String secret;
    private final String id;

    private PortalKey(String secret) {
        this.secret = secret;
        this.id = idOf(secret);
    }

    /** @param secret as an operator gave it, or the portal made it */
    public static PortalKey of(String secret) {
        return new PortalKey(secret);
    }

    /** Returns 16 hexadecimal digits, the same for the same key. */
    public String id() {
        return id;
    }

    /** Returns the key itself, for what versions before encrypted, and to be kept where only the portal's user reads it. */
    public String secret() {
        return secret;
    }

    /**
     * Returns a key of AES for one use, which tells nothing of this one or of those for other uses.
     *
     * @param salt random, the same for reading as for writing
     */
    public SecretKey derive(String use, byte[] salt) {
        try {
            return KDF.getInstance(HKDF).deriveKey("AES", derivation(secret, salt, use, 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HKDF", e);
        }
    }

    private static String idOf(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(KDF.getInstance(HKDF).deriveData(derivation(secret, new byte[0], "key ID", ID_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HKDF", e);
        }
    }

    private static HKDFParameterSpec derivation(String secret, byte[] salt, String use, int length) {
        return HKDFParameterSpec.ofExtract().addIKM(bytes(secret)).addSalt(salt).thenExpand(bytes(use), length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PortalKey[" + id + "]";
    }
}
