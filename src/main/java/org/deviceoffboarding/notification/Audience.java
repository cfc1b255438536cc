package org.deviceoffboarding.notification;

import java.util.List;
import java.util.Optional;

/** Who there is to be told something. Implemented by the module that knows people. */
public interface Audience {

    /**
     * Returns the object IDs of all who were seen with a role in the last 90 days, if only as part of another.
     *
     * @param role of {@link org.deviceoffboarding.base.Roles}
     */
    List<String> holders(String role);

    /** Returns somebody as they are now; nothing for one whom the tenant never told of. */
    Optional<Addressee> find(String personId);

    /**
     * Returns where somebody is reached by mail. Whose address is not known is looked up in the directory, which takes a network's time:
     * no transaction is open meanwhile.
     */
    Reach reach(String personId);
}
