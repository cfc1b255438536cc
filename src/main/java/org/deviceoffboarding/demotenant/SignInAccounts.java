package org.deviceoffboarding.demotenant;

import java.util.List;

/** The people who can sign in to the tenant, as Graph lists them among its users. */
public interface SignInAccounts {

    /** Returns all of them, whether they have a role in the portal or not. */
    List<Account> all();

    record Account(String objectId, String givenName, String familyName, String userPrincipalName, String jobTitle) {}
}
