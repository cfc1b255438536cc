package org.deviceoffboarding.demotenant.identity;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Gives tokens the claims that Entra's tokens have, and no others. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** What Entra puts into {@code wids} for an application without a directory role. */
    private static final String NO_DIRECTORY_ROLE = "0997a1d0-0d1d-4acb-b408-d5ca73121e90";

    private final DemoPeople people;
    private final DemoClient client;
    private final IdentitySwitches switches;

    TokenClaims(DemoPeople people, DemoClient client, IdentitySwitches switches) {
        this.people = people;
        this.client = client;
        this.switches = switches;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        JwtClaimsSet.Builder claims = context.getClaims();
        claims.claim("tid", Contoso.TENANT_ID);
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            describe(claims.claim("ver", "2.0"), person(context), context.getAuthorizedScopes());
            claims.claims(all -> List.of("iat", "nbf", "exp")
                    .forEach(time ->
                            all.computeIfPresent(time, (name, at) -> ((Instant) at).plus(switches.clockAhead()))));
            return;
        }
        claims.audience(List.of(Permission.GRAPH))
                .claim("appid", client.clientId())
                .claim("ver", "1.0");
        claims.claims(all -> {
            all.remove("scope");
            all.put("exp", ((Instant) requireNonNull(all.get("iat"))).plus(switches.accessTokenLifetime()));
        });
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            grantToApplication(claims);
        } else {
            grantToPerson(claims, person(context), context.getAuthorizedScopes());
            noteClaims(claims, context);
        }
    }

    private DemoPerson person(JwtEncodingContext context) {
        String objectId =
                requireNonNull((Authentication) context.getPrincipal()).getName();
        return people.byObjectId(objectId)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demo tenant has the ID " + objectId));
    }

    private void describe(JwtClaimsSet.Builder claims, DemoPerson person, Set<String> scopes) {
        claims.subject(PairwiseSubject.of(person));
        if (scopes.contains(Permission.PROFILE.value())) {
            claims.claim("oid", person.objectId())
                    .claim("preferred_username", person.userPrincipalName())
                    .claim("name", person.displayName());
        }
        if (scopes.contains(Permission.EMAIL.value())) {
            claims.claim("email", person.userPrincipalName());
        }
        AppRole role = switches.roleOf(person);
        if (role != null) {
            claims.claim("roles", List.of(role.value()));
        }
    }

    private void grantToPerson(JwtClaimsSet.Builder claims, DemoPerson person, Set<String> scopes) {
        claims.subject(PairwiseSubject.of(person))
                .claim("idtyp", "user")
                .claim("oid", person.objectId())
                .claim("upn", person.userPrincipalName())
                .claim("name", person.displayName())
                .claim("wids", directoryRoles(person))
                .claim("scp", graphScopes(scopes));
    }

    /** Entra keeps to itself what a token was asked for with; the demo tenant's Graph reads it from the token. */
    private static void noteClaims(JwtClaimsSet.Builder claims, JwtEncodingContext context) {
        Object asked = context.getAuthorizationGrant() instanceof OAuth2RefreshTokenAuthenticationToken refresh
                ? refresh.getAdditionalParameters().get("claims")
                : null;
        String given = asked instanceof String ofRefresh ? ofRefresh : Grants.claimsOf(context.getAuthorization());
        if (given != null) {
            claims.claim("claims_given", given);
        }
    }

    private void grantToApplication(JwtClaimsSet.Builder claims) {
        claims.subject(client.servicePrincipalId())
                .claim("idtyp", "app")
                .claim("oid", client.servicePrincipalId())
                .claim("app_displayname", DemoClient.DISPLAY_NAME)
                .claim("wids", List.of(NO_DIRECTORY_ROLE))
                .claim("roles", List.copyOf(new TreeSet<>(switches.grantedToApp())));
    }

    private List<String> directoryRoles(DemoPerson person) {
        return switches.directoryRolesOf(person).stream()
                .map(DirectoryRole::templateId)
                .sorted()
                .toList();
    }

    private String graphScopes(Set<String> scopes) {
        Set<String> all = new HashSet<>(scopes);
        all.addAll(switches.granted());
        return Permission.among(all).stream()
                .filter(Permission::ofGraph)
                .filter(permission -> !switches.isWithdrawn(permission))
                .map(Permission::value)
                .collect(Collectors.joining(" "));
    }
}
