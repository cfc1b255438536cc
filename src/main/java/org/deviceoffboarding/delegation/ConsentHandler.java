package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a consent once the person comes back from the tenant. A module that asks for a {@link DelegatedConsent}
 * declares a bean of this type beside it.
 */
public interface ConsentHandler {

    /** Returns the consent that this handles; always the same. */
    DelegatedConsent consent();

    /**
     * Takes what the person gave, and keeps in the session what the person has to be told.
     *
     * @param given the tokens, which are no longer in the session; null if the person or the tenant refused
     * @param refusal what the tenant said then; null if it said nothing
     * @param session the person's
     * @return the path to go on to, starting with a slash
     */
    String handle(@Nullable GivenConsent given, @Nullable SignInRefusal refusal, HttpSession session);
}
