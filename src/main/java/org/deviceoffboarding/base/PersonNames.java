package org.deviceoffboarding.base;

import java.util.Optional;

/** The names of people as they are now. What was recorded of an {@link Actor} stays as it was at the time. */
public interface PersonNames {

    /** Returns the name that people know somebody by; nothing for who never signed in, or whom the tenant gives no name. */
    Optional<String> realName(String personId);
}
