package org.deviceoffboarding.secrets;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A secret that may be where it is.
 *
 * @param place expression for the name of the place
 * @param kind of the secret; others are found there, too
 * @param reason why nobody learns anything by it
 */
record AllowedInClear(Pattern place, String kind, String reason) {

    private static final List<AllowedInClear> ALL = List.of(
            of(
                    "data folder, secret\\.key(\\.[0-9a-f]{16})?",
                    "secret key",
                    "the portal's own key, in a file that only its user may read"),
            of(
                    "data folder, postgres/.*password",
                    "database password",
                    "the portal signs in to its own database by it; only its user may read the file"),
            of("data folder, audit-key\\.pem", "audit key", "the portal signs by it; only its user may read the file"),
            of(
                    "page .*",
                    "page token",
                    "the page sends it back with what its person does; no other site can read the page"));

    static boolean isAllowed(String place, String kind) {
        return ALL.stream()
                .anyMatch(allowed -> allowed.kind().equals(kind)
                        && allowed.place().matcher(place).matches());
    }

    private static AllowedInClear of(String place, String kind, String reason) {
        return new AllowedInClear(Pattern.compile(place), kind, reason);
    }
}
