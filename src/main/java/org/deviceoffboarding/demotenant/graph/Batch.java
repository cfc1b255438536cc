package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.graph.odata.Call;
import org.deviceoffboarding.demotenant.graph.odata.Headers;
import org.deviceoffboarding.demotenant.graph.odata.ODataError;
import org.deviceoffboarding.demotenant.graph.odata.ODataRequest;
import org.deviceoffboarding.demotenant.graph.odata.ODataResponse;
import org.deviceoffboarding.demotenant.graph.odata.QueryOptions;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers up to twenty requests in one. Each is limited, permitted and refused on its own. */
final class Batch {

    private static final int MOST = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Function<ODataRequest, ODataResponse> single;
    private final FaultSwitches faults;
    private final Clock clock;

    /**
     * Sets up the batches.
     *
     * @param single answers a request as if it came alone, whatever happens
     */
    Batch(Function<ODataRequest, ODataResponse> single, FaultSwitches faults, Clock clock) {
        this.single = single;
        this.faults = faults;
        this.clock = clock;
    }

    ODataResponse answer(Call call) {
        var steps = read(call.request());
        if (steps.stream().anyMatch(step -> !step.request().method().equals("GET"))) {
            faults.count(FaultSwitches.BATCHES_OF_CHANGES);
        }
        var answers = new LinkedHashMap<String, ODataResponse>();
        for (Step step : steps) {
            answers.put(step.id(), answer(step, answers));
        }
        // Graph answers in any order. The last one first is the order that the fewest clients get right by accident.
        var reversed = new ArrayList<>(answers.entrySet()).reversed();
        return ODataResponse.ok(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("responses");
            reversed.forEach(entry -> write(json, entry.getKey(), entry.getValue()));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private ODataResponse answer(Step step, Map<String, ODataResponse> earlier) {
        for (String needed : step.dependsOn()) {
            var before = earlier.get(needed);
            if (before == null || before.status() >= 400) {
                return failedDependency(step.request(), needed);
            }
        }
        return single.apply(step.request());
    }

    private ODataResponse failedDependency(ODataRequest request, String needed) {
        var message = "The request " + needed + ", which this one depends on, failed.";
        return new ODataError(424, "FailedDependency", message)
                .answer(clock.instant(), request.requestId(), request.clientRequestId());
    }

    private static List<Step> read(ODataRequest envelope) {
        if (envelope.batched()) {
            throw ODataError.badRequest("A batch cannot contain a batch.");
        }
        var requests = parse(envelope.body()).path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw new ODataError(400, "BadRequest", "Invalid batch payload format.");
        }
        if (requests.size() > MOST) {
            throw new ODataError(
                    400, "BadRequest", "Number of batch request steps exceeds the maximum value of " + MOST + ".");
        }
        var steps = new ArrayList<Step>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : requests) {
            var step = step(node, envelope);
            if (!ids.add(step.id().toLowerCase(Locale.ROOT))) {
                throw new ODataError(400, "BadRequest", "Request Id values are not unique: " + step.id());
            }
            steps.add(step);
        }
        return inOrder(steps);
    }

    /** Returns the steps so that each stands behind those that it depends on. */
    private static List<Step> inOrder(List<Step> steps) {
        var ordered = new ArrayList<Step>();
        var done = new HashSet<String>();
        var left = new ArrayList<>(steps);
        while (!left.isEmpty()) {
            var ready = left.stream()
                    .filter(step -> done.containsAll(step.dependsOn()))
                    .toList();
            if (ready.isEmpty()) {
                throw new ODataError(400, "BadRequest", "A request depends on one that is unknown or on itself.");
            }
            ordered.addAll(ready);
            ready.forEach(step -> done.add(step.id()));
            left.removeAll(ready);
        }
        return ordered;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            throw new ODataError(400, "BadRequest", "Invalid batch payload format.");
        }
    }

    private static Step step(JsonNode node, ODataRequest envelope) {
        var id = node.path("id").asString("");
        var url = node.path("url").asString("");
        var method = node.path("method").asString("").toUpperCase(Locale.ROOT);
        if (id.isEmpty() || url.isEmpty() || method.isEmpty()) {
            throw new ODataError(400, "BadRequest", "Every request of a batch needs an id, a method and a url.");
        }
        var headers = new LinkedHashMap<String, String>();
        node.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        if (envelope.headers().get("User-Agent") instanceof String agent) {
            headers.putIfAbsent("User-Agent", agent);
        }
        var dependsOn = new ArrayList<String>();
        node.path("dependsOn").forEach(needed -> dependsOn.add(needed.asString("")));
        return new Step(id, dependsOn, request(envelope, method, url, new Headers(headers), node.path("body")));
    }

    private static ODataRequest request(
            ODataRequest envelope, String method, String url, Headers headers, JsonNode body) {
        if (!body.isMissingNode() && !headers.has("Content-Type")) {
            throw new ODataError(
                    400, "BadRequest", "Write request id : a request with a body needs the header Content-Type.");
        }
        int question = url.indexOf('?');
        var path = question < 0 ? url : url.substring(0, question);
        return new ODataRequest(
                method,
                Paths.decode(path.startsWith("/") ? path : "/" + path),
                QueryOptions.parse(question < 0 ? null : url.substring(question + 1)),
                headers,
                body.isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(body),
                envelope.caller(),
                envelope.serviceRoot(),
                ODataRequest.newId(),
                true);
    }

    private static void write(JsonGenerator json, String id, ODataResponse answer) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeNumberProperty("status", answer.status());
        json.writeObjectPropertyStart("headers");
        json.writeStringProperty("Cache-Control", "no-cache");
        json.writeStringProperty("OData-Version", "4.0");
        answer.headers().forEach(json::writeStringProperty);
        json.writeEndObject();
        var body = answer.json();
        if (body != null) {
            json.writeName("body");
            body.writeTo(json);
        } else if (answer.text() != null) {
            json.writeStringProperty("body", answer.text());
        }
        json.writeEndObject();
    }

    private record Step(String id, List<String> dependsOn, ODataRequest request) {}
}
