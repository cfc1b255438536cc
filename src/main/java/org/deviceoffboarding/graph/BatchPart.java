package org.deviceoffboarding.graph;

import java.util.Map;

/**
 * One request in a batch.
 *
 * @param path relative to the base URL, with its query; spaces are allowed
 * @param headers that this part needs for itself
 * @param body to be sent as JSON; empty for none
 */
record BatchPart(String method, String path, Map<String, String> headers, Map<String, Object> body) {

    static BatchPart of(GraphRequest request) {
        return new BatchPart("GET", request.path(), request.headers(), Map.of());
    }

    /** A body needs a content type of its own, or Graph refuses the whole batch. */
    static BatchPart of(GraphWrite change) {
        Map<String, String> headers = change.body().isEmpty() ? Map.of() : Map.of("Content-Type", "application/json");
        return new BatchPart(change.method().name(), change.path(), headers, change.body());
    }
}
