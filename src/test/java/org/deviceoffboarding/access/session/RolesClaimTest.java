package org.deviceoffboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class RolesClaimTest {

    @Test
    void anOwnerIsAnApproverOperatorAndReader() {
        assertThat(authorities("Owner"))
                .containsExactlyInAnyOrder("ROLE_OWNER", "ROLE_APPROVER", "ROLE_OPERATOR", "ROLE_READER");
    }

    @Test
    void anAuditorIsAReaderAndNothingElse() {
        assertThat(authorities("Auditor")).containsExactlyInAnyOrder("ROLE_AUDITOR", "ROLE_READER");
    }

    @Test
    void aRoleOfAnotherApplicationIsIgnored() {
        assertThat(authorities("Global.Admin", "Reader")).containsExactly("ROLE_READER");
    }

    @Test
    void withoutTheClaimThereIsNoRole() {
        assertThat(mapped(new OidcUserAuthority(token(Map.of("sub", "s"))))).isEmpty();
    }

    @Test
    void scopesAreNoRoles() {
        assertThat(mapped(new SimpleGrantedAuthority("SCOPE_openid"), new SimpleGrantedAuthority("ROLE_OWNER")))
                .isEmpty();
    }

    private static List<String> authorities(String... roles) {
        return mapped(new OidcUserAuthority(token(Map.of("sub", "s", "roles", List.of(roles)))));
    }

    private static List<String> mapped(GrantedAuthority... authorities) {
        return new RolesClaim()
                .mapAuthorities(List.of(authorities)).stream()
                        .map(authority -> String.valueOf(authority.getAuthority()))
                        .toList();
    }

    private static OidcIdToken token(Map<String, Object> claims) {
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        return new OidcIdToken("token", now, now.plusSeconds(60), claims);
    }
}
