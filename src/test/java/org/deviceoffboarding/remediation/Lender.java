package org.deviceoffboarding.remediation;

import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.remediation.ActionIdentityService.GivenConsent;

/** A person of the demo tenant who really signed in for actions there. */
record Lender(Actor actor, GivenConsent consent) {

    static final String ENOUGH = "openid profile offline_access User.Read Directory.AccessAsUser.All";

    /** @param person such as {@code approver} */
    static Lender of(DemoTenant tenant, String person) {
        return of(tenant, person, ENOUGH);
    }

    static Lender of(DemoTenant tenant, String person, String scopes) {
        Consent given = Consent.of(tenant, person, scopes);
        return new Lender(
                new Actor(given.personId(), given.personName()),
                new GivenConsent(given.accessToken(), given.refreshToken(), given.scopes()));
    }

    Lender withoutRefreshToken() {
        return new Lender(actor, new GivenConsent(consent.accessToken(), null, consent.scopes()));
    }

    String refreshToken() {
        return String.valueOf(consent.refreshToken());
    }
}
