package org.deviceoffboarding.access.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.GeneratedPart;
import org.deviceoffboarding.base.Capability;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** Holds README's table of who may do what to the code. */
class CapabilityDocumentTest {

    private static final List<String> ROLES = List.of("Reader", "Operator", "Approver", "Owner", "Auditor");

    @Test
    void theReadmeSaysWhoMayDoWhat() {
        List<String> lines =
                new ArrayList<>(List.of("| may | " + String.join(" | ", ROLES) + " |", "|---|" + ":-:|".repeat(5)));
        for (Capability capability : Capability.values()) {
            lines.add("| " + capability.words() + " | "
                    + ROLES.stream()
                            .map(role -> capability.isHeldBy(person(role)) ? "yes" : "")
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        new GeneratedPart("../../README.md", "who may do what").mustSay(lines);
    }

    /** Someone to whom the tenant gave one app role. */
    private static TestingAuthenticationToken person(String role) {
        var token = new OidcIdToken(
                "token", Instant.EPOCH, Instant.EPOCH.plusSeconds(1), Map.of("sub", "s", "roles", List.of(role)));
        List<GrantedAuthority> authorities =
                List.copyOf(new RolesClaim().mapAuthorities(List.of(new OidcUserAuthority(token))));
        return new TestingAuthenticationToken("somebody", "", authorities);
    }
}
