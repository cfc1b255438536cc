package org.deviceoffboarding.access.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.deviceoffboarding.secretkey.PortalKey;
import org.deviceoffboarding.secretkey.SecretKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.stereotype.Component;

/**
 * Encrypts refresh tokens at rest: AES-256-GCM with a key derived from {@code portal.secret-key} and a salt of its own. The
 * owner of a token and the ID of the key are authenticated with it: in another person's row, it can't be read.
 */
@Component
public class TokenCipher {

    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeys keys;

    @Autowired
    public TokenCipher(SecretKeys keys) {
        this.keys = keys;
    }

    /** Encrypts with one key that is never replaced. */
    public TokenCipher(String secretKey) {
        this(SecretKeys.only(PortalKey.of(secretKey)));
    }

    /** Returns the token as it may be stored. */
    public EncryptedToken encrypt(String token, TokenOwner owner) {
        return encrypt(token, owner, HexFormat.of().formatHex(randomBytes(SALT_BYTES)), keys.current());
    }

    /**
     * Returns a token that is stored as it may be stored from now on: encrypted with the current key, and {@linkplain
     * EncryptedToken#isSameAs the same} as before.
     *
     * @throws UnreadableTokenException if it can't be read
     */
    EncryptedToken encryptAnew(EncryptedToken kept) {
        return encrypt(decrypt(kept), kept.owner(), kept.salt(), keys.current());
    }

    /** Returns the ID of the key that tokens are encrypted with now. */
    String currentKeyId() {
        return keys.current().id();
    }

    /** @throws UnreadableTokenException if it was encrypted with another key, for another owner, or changed since */
    public String decrypt(EncryptedToken token) {
        String keyId = token.keyId();
        if (keyId == null) {
            return decryptUnbound(token);
        }
        PortalKey key = keys.find(keyId).orElseThrow(() -> new UnreadableTokenException(true, null));
        try {
            byte[] kept = HexFormat.of().parseHex(token.text());
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(kept, 0, nonce, 0, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, token.salt(), nonce, token.owner());
            return new String(cipher.doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnreadableTokenException(false, e);
        }
    }

    /** Returns whether {@link #decrypt} can read it. */
    public boolean reads(EncryptedToken token) {
        try {
            decrypt(token);
            return true;
        } catch (UnreadableTokenException e) {
            return false;
        }
    }

    private EncryptedToken encrypt(String token, TokenOwner owner, String salt, PortalKey key) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, key, salt, nonce, owner).doFinal(bytes(token));
            HexFormat hex = HexFormat.of();
            return new EncryptedToken(owner, hex.formatHex(nonce) + hex.formatHex(text), salt, key.id());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
    }

    /** Reads what versions before kept, which was bound to nobody and names no key. */
    private String decryptUnbound(EncryptedToken token) {
        return keys.all().stream()
                .map(key -> unbound(token, key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new UnreadableTokenException(true, null));
    }

    private static Optional<String> unbound(EncryptedToken token, PortalKey key) {
        try {
            return Optional.of(Objects.requireNonNull(
                    Encryptors.delux(key.secret(), token.salt()).decrypt(token.text())));
        } catch (RuntimeException otherKey) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, PortalKey key, String salt, byte[] nonce, TokenOwner owner)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                key.derive("refresh token", HexFormat.of().parseHex(salt)),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(key.id() + '\n' + owner.purpose() + '\n' + owner.personId()));
        return cipher;
    }

    private byte[] randomBytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
