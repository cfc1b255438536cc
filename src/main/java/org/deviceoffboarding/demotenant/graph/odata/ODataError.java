package org.deviceoffboarding.demotenant.graph.odata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that Graph refuses, with the status, code and words that it uses. */
public final class ODataError extends RuntimeException {

    private final int status;
    private final String code;
    private final String reason;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public ODataError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.reason = message;
    }

    public static ODataError badRequest(String message) {
        return new ODataError(400, "Request_BadRequest", message);
    }

    public static ODataError unsupportedQuery(String message) {
        return new ODataError(400, "Request_UnsupportedQuery", message);
    }

    public static ODataError expiredPageToken() {
        return new ODataError(
                400,
                "Directory_ExpiredPageToken",
                "The specified page token value has expired and can no longer be included in your request.");
    }

    public static ODataError notFound(String id) {
        return new ODataError(
                404,
                "Request_ResourceNotFound",
                "Resource '" + id
                        + "' does not exist or one of its queried reference-property objects are not present.");
    }

    public static ODataError forbidden() {
        return new ODataError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    }

    /** Adds a header to the answer. */
    public ODataError with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Returns the refusal as an answer, which names the request by both of its IDs. */
    public ODataResponse answer(Instant now, String requestId, String clientRequestId) {
        var answer = ODataResponse.json(status, json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("code", code);
            json.writeStringProperty("message", reason);
            json.writeObjectPropertyStart("innerError");
            json.writeStringProperty("date", GraphTimestamps.format(now).replace("Z", ""));
            json.writeStringProperty("request-id", requestId);
            json.writeStringProperty("client-request-id", clientRequestId);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        });
        for (var header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
