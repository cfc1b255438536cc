package org.deviceoffboarding.demotenant.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Graph over HTTP. Addresses are written as people read them; spaces and quotes are encoded here. */
final class GraphClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final String token;

    GraphClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body, "Content-Type", "application/json");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends parts as one batch; {@link Part} makes them. */
    Answer batch(String... parts) {
        return post("/$batch", "{\"requests\":[" + String.join(",", parts) + "]}");
    }

    Answer send(String method, String path, String body, String... headers) {
        var uri = path.startsWith("http") ? path : address + (path.startsWith("/demo") ? "" : "/v1.0") + encode(path);
        var request = HttpRequest.newBuilder(URI.create(uri)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows the links to the end, and returns all rows. */
    List<JsonNode> all(String path, String... headers) {
        var rows = new ArrayList<JsonNode>();
        for (var next = path; !next.isEmpty(); ) {
            var answer = get(next, headers);
            if (answer.status() != 200) {
                throw new IllegalStateException(next + " answered " + answer.status() + " " + answer.body());
            }
            answer.json().path("value").forEach(rows::add);
            next = answer.text("@odata.nextLink");
        }
        return rows;
    }

    private static String encode(String path) {
        int question = path.indexOf('?');
        if (question < 0) {
            return path.replace(" ", "%20").replace("'", "%27");
        }
        var options = new ArrayList<String>();
        for (String option : path.substring(question + 1).split("&")) {
            int equals = option.indexOf('=');
            options.add(option.substring(0, equals + 1)
                    + URLEncoder.encode(option.substring(equals + 1), StandardCharsets.UTF_8)
                            .replace("+", "%20"));
        }
        return path.substring(0, question) + "?" + String.join("&", options);
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String text(String property) {
            return json().path(property).asString("");
        }

        /** Returns what a batch answered to the part with an ID. */
        JsonNode part(String id) {
            return json().path("responses")
                    .valueStream()
                    .filter(part -> part.path("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        int statusOf(String id) {
            return part(id).path("status").asInt();
        }

        String errorCode() {
            return json().path("error").path("code").asString("");
        }

        String errorMessage() {
            return json().path("error").path("message").asString("");
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
