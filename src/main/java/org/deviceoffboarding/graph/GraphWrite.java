package org.deviceoffboarding.graph;

import java.util.Map;

/**
 * One change in a batch.
 *
 * @param id the caller's, to know the answer by
 * @param path of what to change, relative to the base URL, by object ID
 * @param body to be sent as JSON, without nulls; empty for none; a {@link Method#DELETE} has none
 */
public record GraphWrite(String id, Method method, String path, Map<String, Object> body) {

    /** How an object is changed. */
    public enum Method {
        PATCH,
        DELETE,
        POST
    }

    public GraphWrite {
        body = Map.copyOf(body);
        if (body.isEmpty() ? method == Method.PATCH : method == Method.DELETE) {
            throw new IllegalArgumentException(
                    method == Method.PATCH ? "A PATCH needs a body" : "A DELETE has no body, got " + body);
        }
    }

    /** Changes properties of an object. */
    public static GraphWrite patch(String id, String path, Map<String, Object> body) {
        return new GraphWrite(id, Method.PATCH, path, body);
    }

    /** Deletes an object. */
    public static GraphWrite delete(String id, String path) {
        return new GraphWrite(id, Method.DELETE, path, Map.of());
    }

    /** Has something done to an object that needs no more words, such as restoring it. */
    public static GraphWrite post(String id, String path) {
        return new GraphWrite(id, Method.POST, path, Map.of());
    }
}
