package org.deviceoffboarding.access.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
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
    private final String secretKey;
    private final String keyId;

    public TokenCipher(@Value("${portal.secret-key}") String secretKey) {
        this.secretKey = secretKey;
        this.keyId = HexFormat.of().formatHex(keyId(secretKey));
    }

    /** Returns the token as it may be stored. */
    public EncryptedToken encrypt(String token, TokenOwner owner) {
        byte[] salt = randomBytes(SALT_BYTES);
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, salt, nonce, owner).doFinal(bytes(token));
            HexFormat hex = HexFormat.of();
            return new EncryptedToken(owner, hex.formatHex(nonce) + hex.formatHex(text), hex.formatHex(salt), keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks AES-GCM", e);
        }
    }

    /** @throws UnreadableTokenException if it was encrypted with another key, for another owner, or changed since */
    public String decrypt(EncryptedToken token) {
        if (token.keyId() == null) {
            return decryptUnbound(token);
        }
        if (!token.keyId().equals(keyId)) {
            throw new UnreadableTokenException(true, null);
        }
        try {
            byte[] kept = HexFormat.of().parseHex(token.text());
            var nonce = new byte[NONCE_BYTES];
            System.arraycopy(kept, 0, nonce, 0, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, HexFormat.of().parseHex(token.salt()), nonce, token.owner());
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

    /** Reads what versions before kept, which was bound to nobody. */
    private String decryptUnbound(EncryptedToken token) {
        try {
            return Encryptors.delux(secretKey, token.salt()).decrypt(token.text());
        } catch (RuntimeException e) {
            throw new UnreadableTokenException(true, e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] nonce, TokenOwner owner) throws GeneralSecurityException {
        SecretKey key =
                KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation(secretKey, salt, "refresh token", 32));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(keyId + '\n' + owner.purpose() + '\n' + owner.personId()));
        return cipher;
    }

    private static byte[] keyId(String secretKey) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(derivation(secretKey, new byte[0], "key ID", 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java lacks HKDF", e);
        }
    }

    private static HKDFParameterSpec derivation(String secretKey, byte[] salt, String use, int length) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(bytes(secretKey))
                .addSalt(salt)
                .thenExpand(bytes(use), length);
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
