package org.deviceoffboarding.secretkey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** One key, encrypted with another: whoever has that one reads it. Both are named in it, so that none is taken for a third. */
final class KeyEnvelope {

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private KeyEnvelope() {}

    /** Returns the key in hexadecimal digits, as it may be stored. */
    static String close(PortalKey key, PortalKey with) {
        var random = new byte[SALT_BYTES + NONCE_BYTES];
        RANDOM.nextBytes(random);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, random, key.id(), with)
                    .doFinal(key.secret().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(random) + HexFormat.of().formatHex(closed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
    }

    /**
     * Returns the key again; nothing where it was changed since, or is not the one that it is said to be.
     *
     * @param id of the key that is in it
     */
    static Optional<PortalKey> open(String envelope, String id, PortalKey with) {
        try {
            byte[] whole = HexFormat.of().parseHex(envelope);
            byte[] random = Arrays.copyOf(whole, SALT_BYTES + NONCE_BYTES);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, random, id, with)
                    .doFinal(whole, random.length, whole.length - random.length);
            return Optional.of(PortalKey.of(new String(secret, StandardCharsets.UTF_8)))
                    .filter(key -> key.id().equals(id));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] random, String id, PortalKey with) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                with.derive("another key", Arrays.copyOf(random, SALT_BYTES)),
                new GCMParameterSpec(TAG_BITS, random, SALT_BYTES, NONCE_BYTES));
        cipher.updateAAD((id + '\n' + with.id()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
