package org.deviceoffboarding.access.session;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Roles;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * Turns the app roles in the ID token's {@code roles} claim into authorities, with the roles that they include. Nothing
 * else becomes an authority: neither scopes nor roles that the portal does not know.
 */
public class RolesClaim implements GrantedAuthoritiesMapper {

    private static final String PREFIX = "ROLE_";

    @Override
    public Collection<? extends GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .flatMap(RolesClaim::claimedRoles)
                .flatMap(role -> Roles.withIncluded(role).stream())
                .map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of roles among authorities, sorted. */
    static List<String> rolesOf(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .sorted()
                .toList();
    }

    private static Stream<String> claimedRoles(GrantedAuthority authority) {
        if (!(authority instanceof OidcUserAuthority user)) {
            return Stream.empty();
        }
        List<String> claimed = user.getIdToken().getClaimAsStringList("roles");
        return claimed == null ? Stream.empty() : claimed.stream().map(role -> role.toUpperCase(Locale.ROOT));
    }
}
