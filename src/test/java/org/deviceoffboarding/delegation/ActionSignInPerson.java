package org.deviceoffboarding.delegation;

import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.Consent;

/** A person of the demo tenant who really signed in for actions there. */
public record ActionSignInPerson(Actor actor, GivenConsent consent) {

    public static final String ENOUGH = "openid profile offline_access User.Read Directory.AccessAsUser.All";

    /** @param person such as {@code approver} */
    public static ActionSignInPerson of(DemoTenant tenant, String person) {
        return of(tenant, person, ENOUGH);
    }

    public static ActionSignInPerson of(DemoTenant tenant, String person, String scopes) {
        Consent given = Consent.of(tenant, person, scopes);
        return new ActionSignInPerson(
                new Actor(given.personId(), given.personName()),
                new GivenConsent(given.accessToken(), given.refreshToken(), given.scopes()));
    }

    public ActionSignInPerson withoutRefreshToken() {
        return new ActionSignInPerson(actor, new GivenConsent(consent.accessToken(), null, consent.scopes()));
    }

    public String refreshToken() {
        return String.valueOf(consent.refreshToken());
    }
}
