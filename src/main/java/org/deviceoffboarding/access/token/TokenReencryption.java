package org.deviceoffboarding.access.token;

import java.util.List;
import org.deviceoffboarding.secretkey.EncryptedValues;
import org.deviceoffboarding.secretkey.Reencryption;
import org.springframework.stereotype.Component;

/** Encrypts all tokens that are kept with the portal's new key, one after the other. */
@Component
class TokenReencryption implements EncryptedValues {

    private final List<KeptTokens> kept;
    private final TokenCipher cipher;

    TokenReencryption(List<KeptTokens> kept, TokenCipher cipher) {
        this.kept = kept;
        this.cipher = cipher;
    }

    @Override
    public Reencryption encryptAnew() {
        String key = cipher.currentKeyId();
        return kept.stream()
                .flatMap(tokens -> tokens.keptWithout(key).stream().map(token -> encryptAnew(token, tokens)))
                .reduce(Reencryption.NOTHING, Reencryption::plus);
    }

    private Reencryption encryptAnew(EncryptedToken token, KeptTokens tokens) {
        EncryptedToken anew;
        try {
            anew = cipher.encryptAnew(token);
        } catch (UnreadableTokenException e) {
            return new Reencryption(0, 0, 1);
        }
        return tokens.keepAnew(token, anew) ? new Reencryption(1, 0, 0) : new Reencryption(0, 1, 0);
    }
}
