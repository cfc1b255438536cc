package org.deviceoffboarding.access.token;

import java.util.List;

/** The tokens that a module keeps. A module that keeps some declares a bean of this type. */
public interface KeptTokens {

    /** Returns what of it the portal's key does not read, such as {@code the agent's sign-in (ada@contoso.example)}. */
    List<String> unreadable();

    /** Returns what is kept with another key than this one, or by a version that did not say with which; also what is of no use any more. */
    List<EncryptedToken> keptWithout(String keyId);

    /**
     * Keeps a token as it is encrypted anew.
     *
     * @param kept as it was found
     * @return whether it was still so
     */
    boolean keepAnew(EncryptedToken kept, EncryptedToken anew);
}
