package org.deviceoffboarding.delegation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Encrypts refresh tokens at rest: AES-256-GCM with a key derived from {@code portal.secret-key} and a salt of its own. */
@Component
public class TokenCipher {

    private final String secretKey;

    public TokenCipher(@Value("${portal.secret-key}") String secretKey) {
        this.secretKey = secretKey;
    }

    /** Returns the token as it may be stored. */
    public EncryptedToken encrypt(String token) {
        String salt = KeyGenerators.string().generateKey();
        return new EncryptedToken(Encryptors.delux(secretKey, salt).encrypt(token), salt);
    }

    /** @throws IllegalStateException if the token was encrypted with another key */
    public String decrypt(EncryptedToken token) {
        return Encryptors.delux(secretKey, token.salt()).decrypt(token.text());
    }
}
