package org.deviceoffboarding.delegation;

import java.util.Set;

/** Says whose identities something that is being carried out still needs. A part of this module declares it as a bean. */
public interface IdentityRetention {

    /** Returns the object IDs of people. */
    Set<String> persons();
}
