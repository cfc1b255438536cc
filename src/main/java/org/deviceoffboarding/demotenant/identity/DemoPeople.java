package org.deviceoffboarding.demotenant.identity;

import java.util.List;
import java.util.Optional;

/** Who can sign in to the demo tenant. Graph lists the same people among its users. */
interface DemoPeople {

    /** Returns everyone, in the order of the sign-in page: one person per app role, a second owner, since some things take two, and one without. */
    List<DemoPerson> all();

    /** Returns the person with an object ID. */
    default Optional<DemoPerson> byObjectId(String objectId) {
        return all().stream()
                .filter(person -> person.objectId().equals(objectId))
                .findFirst();
    }

    /** Returns the person with a user principal name, in whatever case it is written. */
    default Optional<DemoPerson> byUserPrincipalName(String userPrincipalName) {
        return all().stream()
                .filter(person -> person.userPrincipalName().equalsIgnoreCase(userPrincipalName))
                .findFirst();
    }
}
