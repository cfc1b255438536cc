package org.deviceoffboarding.demotenant.graph.odata;

import java.util.UUID;

/**
 * One request to Graph, alone or inside a batch.
 *
 * @param path below the version, such as {@code /devices}
 * @param serviceRoot address and version as the client wrote them, which links to further pages start with
 * @param batched whether it came inside a batch
 */
public record ODataRequest(
        String method,
        String path,
        QueryOptions query,
        Headers headers,
        byte[] body,
        Caller caller,
        String serviceRoot,
        String requestId,
        boolean batched) {

    /** Returns an ID for a request that arrives. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Returns the ID that the client gave the request, or else the one it got here. */
    public String clientRequestId() {
        var given = headers.get("client-request-id");
        return given == null ? requestId : given;
    }

    public boolean isRead() {
        return "GET".equals(method);
    }
}
