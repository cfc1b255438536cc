package org.deviceoffboarding.demotenant;

import java.util.List;

/** The portal's app registration as Graph describes it: which roles it has, and to whom they are assigned. */
public interface AppRegistration {

    String appId();

    String servicePrincipalId();

    /** Returns the app roles that the registration defines. */
    List<Role> roles();

    /** Returns who has a role directly, as it is now. */
    List<Assigned> people();

    /** An app role; its value is what tokens carry. */
    record Role(String id, String value, String displayName) {}

    record Assigned(String personId, String displayName, Role role) {}
}
