package org.deviceoffboarding.base;

import java.util.Optional;

/** The names of people as they are now. What was recorded of an {@link Actor} stays as it was at the time. */
public interface PersonNames {

    /** Returns the name that people know somebody by; nothing for whom the portal never heard of, or whom the tenant gives no name. */
    Optional<String> realName(String personId);

    /**
     * Returns the same of whoever signs in with an account: for what was recorded of people without their ID.
     *
     * @param userPrincipalName in any case; nothing is known where more than one person ever signed in with it
     */
    default Optional<String> realNameOfAccount(String userPrincipalName) {
        return Optional.empty();
    }
}
