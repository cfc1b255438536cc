package org.deviceoffboarding.demotenant.graph.faults;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The switches for faults over HTTP, for this machine only: GET shows what is switched on and what was requested, PUT
 * switches a fault on beside the others, DELETE switches all off and forgets the requests.
 */
final class FaultServlet extends HttpServlet {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient FaultSwitches faults;

    FaultServlet(FaultSwitches faults) {
        this.faults = faults;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()) {
            say(response, 403, "Faults can be switched from this machine only.");
            return;
        }
        switch (request.getMethod()) {
            case "GET" -> show(response);
            case "PUT" -> add(request, response);
            case "DELETE" -> clear(response);
            default -> say(response, 405, "Use GET, PUT or DELETE.");
        }
    }

    private void show(HttpServletResponse response) throws IOException {
        answer(response, 200, Map.of("faults", faults.pending(), "requests", faults.requests()));
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var fault = read(JSON.readTree(request.getInputStream()));
            faults.add(fault);
            answer(response, 200, fault);
        } catch (JacksonException | IllegalArgumentException e) {
            say(response, 400, "This is no fault: " + e.getMessage());
        }
    }

    private void clear(HttpServletResponse response) {
        faults.clear();
        faults.forgetRequests();
        response.setStatus(204);
    }

    private static Fault read(JsonNode node) {
        var kind = Fault.Kind.valueOf(node.path("kind").asString("").toUpperCase(Locale.ROOT));
        var times = node.path("times").asInt(1);
        return Fault.of(kind, node.path("path").asString("*"), times)
                .onlyFor(texts(node.path("methods")).toArray(String[]::new))
                .onlyOf(node.path("account").asString(""))
                .skipping(node.path("skip").asInt(0))
                .byChance(node.path("share").asDouble(100), node.path("seed").asLong(0))
                .with(details(node));
    }

    private static FaultDetails details(JsonNode node) {
        var usual = FaultDetails.USUAL;
        return new FaultDetails(
                optionalInt(node.path("retryAfter")),
                node.path("status").asInt(usual.status()),
                node.path("afterBytes").asInt(usual.afterBytes()),
                node.path("latencyMs").asLong(usual.latencyMs()),
                node.path("seconds").asInt(usual.seconds()),
                texts(node.path("ids")));
    }

    private static @Nullable Integer optionalInt(JsonNode node) {
        return node.isInt() ? node.intValue() : null;
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(text -> text.asString("")).toList();
    }

    private static void say(HttpServletResponse response, int status, String message) throws IOException {
        answer(response, status, Map.of("message", message));
    }

    private static void answer(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
