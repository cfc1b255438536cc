package org.deviceoffboarding.access.session;

import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** What the tenant said when it was asked who a person is now. */
sealed interface TenantAnswer {

    record Person(OAuth2AuthenticationToken authentication) implements TenantAnswer {}

    /** The tenant does not accept the sign-in any more, or it turned out to be somebody else's. */
    record NoLonger(SessionOver how) implements TenantAnswer {}

    /** @param sentence why nothing is known, for people */
    record Nothing(String sentence) implements TenantAnswer {}
}
