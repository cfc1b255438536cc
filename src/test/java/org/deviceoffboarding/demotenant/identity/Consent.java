package org.deviceoffboarding.demotenant.identity;

import java.util.Set;
import org.deviceoffboarding.demotenant.DemoTenant;
import tools.jackson.databind.JsonNode;

/**
 * What a person gave the portal by a code flow that a test carried out by hand.
 *
 * @param personId the person's object ID
 * @param scopes what was granted
 */
public record Consent(String personId, String personName, String accessToken, String refreshToken, Set<String> scopes) {

    /**
     * Lets a person consent.
     *
     * @param person such as {@code owner}
     * @param scopes separated by spaces
     */
    public static Consent of(DemoTenant tenant, String person, String scopes) {
        CodeFlow flow = new CodeFlow(tenant, new Browser());
        JsonNode tokens = flow.tokens(flow.reply(person, scopes));
        JsonNode claims = CodeFlow.claims(tokens, "id_token");
        return new Consent(
                claims.path("oid").asString(),
                claims.path("preferred_username").asString(),
                tokens.path("access_token").asString(),
                tokens.path("refresh_token").asString(),
                Set.of(tokens.path("scope").asString().split(" ")));
    }
}
