package org.deviceoffboarding.demotenant.graph;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deviceoffboarding.demotenant.graph.odata.Caller;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import tools.jackson.databind.json.JsonMapper;

/** Refusals that a real tenant gives to who is known and yet not let in, each in Microsoft's form. */
final class Refusals {

    /** What continuous access evaluation asks for: a token of after something happened. */
    private static final String CLAIMS = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"1795860000\"}}}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Refusals() {}

    /** Refuses a caller whose token was got without the claims. */
    static void challenge(Caller caller) {
        if (!CLAIMS.equals(caller.claims())) {
            String encoded = Base64.getUrlEncoder().encodeToString(CLAIMS.getBytes(StandardCharsets.UTF_8));
            throw new ODataError(
                            401,
                            "InvalidAuthenticationToken",
                            "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp")
                    .with(
                            "WWW-Authenticate",
                            "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + encoded + "\"");
        }
    }

    static ODataError noIntuneRole() {
        return new ODataError(401, "UnknownError", wrapped("Forbidden", "An error has occurred"));
    }

    static ODataError noLicence() {
        return new ODataError(
                403, "Forbidden", wrapped("Forbidden", "The user does not have a license for this service"));
    }

    static ODataError noIntune() {
        return new ODataError(400, "BadRequest", wrapped("BadRequest", "Request not applicable to target tenant."));
    }

    /** Intune's message: JSON, and in it the message as JSON once more. */
    private static String wrapped(String code, String reason) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("_version", 3);
        inner.put(
                "Message",
                reason + " - Operation ID (for customer support): 00000000-0000-0000-0000-000000000000 - Activity ID: "
                        + "443a4b07-651e-3f3d-ee77-095443bba20f");
        inner.put("CustomApiErrorPhrase", "");
        inner.put("RetryAfter", null);
        inner.put("HttpHeaders", "{\"WWW-Authenticate\":\"Bearer realm=\\\"urn:intune:service\\\"\"}");
        Map<String, Object> outer = new LinkedHashMap<>();
        outer.put("ErrorCode", code);
        outer.put("Message", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(inner));
        outer.put("Target", null);
        return JSON.writeValueAsString(outer);
    }
}
