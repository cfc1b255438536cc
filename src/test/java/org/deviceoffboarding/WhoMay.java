package org.deviceoffboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.deviceoffboarding.access.session.RolesClaim;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * Which app roles are meant to open each page and call each method: {@code src/test/resources/who-may.txt}, written by hand and
 * not read from what enforces it.
 */
final class WhoMay {

    static final List<String> ROLES = List.of("Reader", "Operator", "Approver", "Owner", "Auditor");

    private static final Path FILE = Path.of("src", "test", "resources", "who-may.txt");

    private WhoMay() {}

    /** Returns the roles by method, such as {@code RunService.get(long)}. */
    static Map<String, Set<String>> call() {
        return read(false);
    }

    /** Returns the roles by the path of a page, with a slash in front. */
    static Map<String, Set<String>> open() {
        return read(true);
    }

    /** Compares, with each difference on a line of its own. */
    static void mustBe(Map<String, Set<String>> meant, Map<String, Set<String>> found) {
        assertThat(lines(found))
                .as("Who may do what; what is new is added to %s by hand", FILE)
                .containsExactlyInAnyOrderElementsOf(lines(meant));
    }

    private static List<String> lines(Map<String, Set<String>> who) {
        return who.entrySet().stream()
                .map(each -> each.getKey() + " by " + String.join(", ", each.getValue()))
                .toList();
    }

    /** Someone to whom the tenant gave these app roles. */
    static Authentication person(String... roles) {
        var token = new OidcIdToken(
                "token",
                Instant.EPOCH,
                Instant.MAX,
                Map.of("sub", "s", "oid", "who", "preferred_username", "who", "roles", List.of(roles)));
        List<GrantedAuthority> authorities =
                List.copyOf(new RolesClaim().mapAuthorities(List.of(new OidcUserAuthority(token))));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, token), authorities, "tenant");
    }

    private static Map<String, Set<String>> read(boolean pages) {
        Map<String, Set<String>> listed = new TreeMap<>();
        Set<String> roles = Set.of();
        for (String line : lines()) {
            if (line.startsWith("[")) {
                roles = new TreeSet<>(
                        List.of(line.substring(1, line.length() - 1).split(" ")));
            } else if (!line.isBlank() && !line.startsWith("#") && line.startsWith("/") == pages) {
                listed.put(line, roles);
            }
        }
        return listed;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
