package org.deviceoffboarding.graph;

import java.util.List;
import org.springframework.stereotype.Component;

/** Asks many small questions with few requests. */
@Component
class GraphBatch {

    private final BatchClient client;
    private final RetryingCalls calls;

    GraphBatch(BatchClient client, RetryingCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    List<GraphAnswer> getAll(List<GraphRequest> requests, GraphOperation operation, AccessTokens tokens) {
        return new BatchReading(client, calls, requests, operation, tokens).answers();
    }
}
