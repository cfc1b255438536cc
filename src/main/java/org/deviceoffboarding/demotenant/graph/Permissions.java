package org.deviceoffboarding.demotenant.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which permissions each path accepts, from Microsoft's own table; a token needs one of them. */
final class Permissions {

    private final Map<String, Accepted> table;

    private Permissions(Map<String, Accepted> table) {
        this.table = table;
    }

    static Permissions load() {
        var resource = new ClassPathResource("permissions.json", Permissions.class);
        try (var in = resource.getInputStream()) {
            return new Permissions(JsonMapper.builder().build().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of permissions cannot be read", e);
        }
    }

    /** Returns whether the table says anything about a path. */
    boolean covers(String methodAndTemplate) {
        return table.containsKey(methodAndTemplate);
    }

    /**
     * Lets a caller through who has a permission that is accepted.
     *
     * @throws ODataError 403 in the words of the service that refuses
     */
    void check(ODataRequest request, String template) {
        var accepted = table.get(request.method() + " " + template);
        if (accepted == null) {
            throw new IllegalStateException("No permission is known for " + request.method() + " " + template);
        }
        var wanted = request.caller().appOnly() ? accepted.application() : accepted.delegated();
        if (accepted.anyone() || request.caller().hasAnyPermission(wanted)) {
            return;
        }
        throw refusal(request, template, wanted);
    }

    private static ODataError refusal(ODataRequest request, String template, List<String> wanted) {
        if (template.startsWith("/deviceManagement")) {
            return new ODataError(
                    403,
                    "Forbidden",
                    "Application is not authorized to perform this operation - Operation ID (for customer support): "
                            + "00000000-0000-0000-0000-000000000000. Application must have one of the following scopes: "
                            + String.join(", ", wanted) + " - Activity ID: " + request.requestId());
        }
        if (template.startsWith("/informationProtection")) {
            return new ODataError(
                    403, "authorization_error", "Failed to authorize, token doesn't have the required permissions.");
        }
        return ODataError.forbidden();
    }

    /**
     * What one path accepts.
     *
     * @param anyone whether any valid token will do
     */
    record Accepted(List<String> delegated, List<String> application, boolean anyone) {}
}
