package org.deviceoffboarding.demotenant.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.stereotype.Component;

/** Answers as Entra's userinfo endpoint does: neither the user principal name nor the object ID nor any role is in it. */
@Component
class UserInfoClaims implements Function<OidcUserInfoAuthenticationContext, OidcUserInfo> {

    private final DemoPeople people;

    UserInfoClaims(DemoPeople people) {
        this.people = people;
    }

    @Override
    public OidcUserInfo apply(OidcUserInfoAuthenticationContext context) {
        String objectId = context.getAuthorization().getPrincipalName();
        DemoPerson person = people.byObjectId(objectId)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demo tenant has the ID " + objectId));
        return new OidcUserInfo(claims(person, context.getAccessToken().getScopes()));
    }

    private static Map<String, Object> claims(DemoPerson person, Set<String> scopes) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", PairwiseSubject.of(person));
        if (scopes.contains(Permission.PROFILE.value())) {
            claims.put("name", person.displayName());
            claims.put("family_name", person.familyName());
            claims.put("given_name", person.givenName());
            claims.put("picture", Permission.GRAPH + "/v1.0/me/photo/$value");
        }
        if (scopes.contains(Permission.EMAIL.value())) {
            claims.put("email", person.userPrincipalName());
        }
        return claims;
    }
}
