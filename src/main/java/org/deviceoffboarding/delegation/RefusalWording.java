package org.deviceoffboarding.delegation;

import org.deviceoffboarding.signin.RefusedIdentity;

/** What people are told where the tenant gives no access token for an identity: whole sentences. */
public interface RefusalWording {

    /** Returns whose sign-in it is, for the sentences about a refusal. */
    RefusedIdentity whose();

    /** Returns that the portal's key does not read what it keeps of the identity, and who has to do what. */
    String unreadable();

    /** @param code OAuth's code of the answer */
    String unusableAnswer(String code);

    String noAnswer();
}
