package org.deviceoffboarding.graph;

import java.util.Map;

/**
 * One question in a batch.
 *
 * @param id the caller's, to know the answer by
 * @param path of what to get, relative to the base URL, with its query; spaces are allowed
 * @param headers that this question needs for itself; a batch does not pass its own on
 */
public record GraphRequest(String id, String path, Map<String, String> headers) {

    public GraphRequest {
        headers = Map.copyOf(headers);
    }

    public GraphRequest(String id, String path) {
        this(id, path, Map.of());
    }
}
