package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls Graph, as the access token says.
 *
 * @param permissions the scopes of a delegated token, the app roles of an app-only one
 * @param roles template IDs of the directory roles of the person
 * @param claims that the token was asked for with; null for none
 */
public record Caller(
        String tenantId,
        String appId,
        boolean appOnly,
        @Nullable String objectId,
        @Nullable String userPrincipalName,
        @Nullable String displayName,
        Set<String> permissions,
        Set<String> roles,
        @Nullable String claims) {

    /** Reads who calls from an access token, whether of a person or of an app. */
    public static Caller of(Jwt token) {
        boolean appOnly = "app".equals(token.getClaimAsString("idtyp"));
        return new Caller(
                orEmpty(token.getClaimAsString("tid")),
                orEmpty(token.getClaimAsString("appid")),
                appOnly,
                token.getClaimAsString("oid"),
                token.getClaimAsString("upn"),
                token.getClaimAsString("name"),
                appOnly ? list(token, "roles") : words(orEmpty(token.getClaimAsString("scp"))),
                appOnly ? Set.of() : list(token, "wids"),
                token.getClaimAsString("claims_given"));
    }

    /** Returns what the person is called where they sign in, or the ID of the app that acts on its own. */
    public String name() {
        if (appOnly) {
            return appId;
        }
        return userPrincipalName == null ? String.valueOf(objectId) : userPrincipalName;
    }

    /** Returns whether the person holds one of the roles. */
    public boolean hasAny(Set<DirectoryRole> wanted) {
        return wanted.stream().anyMatch(role -> roles.contains(role.templateId()));
    }

    /** Returns whether the token grants one of the permissions. */
    public boolean hasAnyPermission(List<String> wanted) {
        return wanted.stream().anyMatch(permissions::contains);
    }

    private static Set<String> list(Jwt token, String claim) {
        List<String> values = token.getClaimAsStringList(claim);
        return values == null ? Set.of() : Set.copyOf(values);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
