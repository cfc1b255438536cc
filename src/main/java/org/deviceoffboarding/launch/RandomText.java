package org.deviceoffboarding.launch;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes keys and passwords that nobody can guess. */
public final class RandomText {

    private RandomText() {}

    /** Returns 32 random bytes as text that needs no quoting anywhere. */
    public static String create() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
