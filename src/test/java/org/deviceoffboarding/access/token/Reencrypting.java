package org.deviceoffboarding.access.token;

import java.util.List;
import org.deviceoffboarding.secretkey.EncryptedValues;
import org.deviceoffboarding.secretkey.SecretKeys;

/** How a portal encrypts tokens anew, for tests that have more than one portal. */
public final class Reencrypting {

    private Reencrypting() {}

    /** Returns what a portal with some keys does to the tokens that are kept. */
    public static EncryptedValues of(List<KeptTokens> kept, SecretKeys keys) {
        return new TokenReencryption(kept, new TokenCipher(keys));
    }
}
