package org.deviceoffboarding.graph;

import java.util.List;
import java.util.function.IntConsumer;
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

    /** @param answered is told how many more questions have their answer, from several threads */
    List<GraphAnswer> getAll(
            List<GraphRequest> requests, GraphOperation operation, AccessTokens tokens, IntConsumer answered) {
        return new BatchReading(client, calls, requests, operation, tokens, answered).answers();
    }
}
