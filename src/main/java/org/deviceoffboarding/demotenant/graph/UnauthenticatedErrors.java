package org.deviceoffboarding.demotenant.graph;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.core.json.JsonFactory;

/** Writes refusals for requests that did not get as far as Graph. */
final class UnauthenticatedErrors implements AuthenticationEntryPoint {

    private static final JsonFactory JSON = new JsonFactory();

    private final Clock clock;

    UnauthenticatedErrors(Clock clock) {
        this.clock = clock;
    }

    static ODataError noToken() {
        return new ODataError(401, "InvalidAuthenticationToken", "Access token is empty.");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean empty = request.getHeader("Authorization") == null;
        write(
                request,
                response,
                empty
                        ? noToken()
                        : new ODataError(
                                401,
                                "InvalidAuthenticationToken",
                                "Access token validation failure. Lifetime validation failed, or the token is invalid."));
    }

    void write(HttpServletRequest request, HttpServletResponse response, ODataError error) throws IOException {
        var id = ODataRequest.newId();
        var clientId = Objects.requireNonNullElse(request.getHeader("client-request-id"), id);
        commonHeaders(response, id, clientId);
        if (error.status() == 401) {
            response.setHeader(
                    "WWW-Authenticate", "Bearer realm=\"\", client_id=\"00000003-0000-0000-c000-000000000000\"");
        }
        var answer = error.answer(clock.instant(), id, clientId);
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        var body = Objects.requireNonNull(answer.json());
        try (var json = JSON.createGenerator(response.getOutputStream())) {
            body.writeTo(json);
        }
    }

    static void commonHeaders(HttpServletResponse response, String requestId, String clientRequestId) {
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("OData-Version", "4.0");
        response.setHeader("request-id", requestId);
        response.setHeader("client-request-id", clientRequestId.replaceAll("[^\\w.-]", ""));
        response.setHeader(
                "x-ms-ags-diagnostic",
                "{\"ServerInfo\":{\"DataCenter\":\"Demo\",\"Slice\":\"E\",\"Ring\":\"1\",\"ScaleUnit\":\"001\","
                        + "\"RoleInstance\":\"DEMO0001\"}}");
    }
}
