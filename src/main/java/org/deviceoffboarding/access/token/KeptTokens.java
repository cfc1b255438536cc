package org.deviceoffboarding.access.token;

import java.util.List;

/** The tokens that a module keeps. A module that keeps some declares a bean of this type. */
public interface KeptTokens {

    /** Returns what of it the portal's key does not read, such as {@code the agent's sign-in (ada@contoso.example)}. */
    List<String> unreadable();
}
