package org.deviceoffboarding.graph;

import java.net.URI;
import java.util.List;
import java.util.function.IntConsumer;
import org.deviceoffboarding.graph.answer.JsonAnswers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads Microsoft Graph, and sends it changes. Reading waits out what passes (limits, short outages, broken connections),
 * throws a {@link GraphException} for what does not, and {@link java.util.concurrent.CancellationException} if its thread
 * is interrupted while it waits. Changes are sent once, but for those that are refused because
 * an access token is not accepted. Safe for use by several threads at once.
 */
@Component
public class Graph {

    private static final int MOST_RESTARTS = 2;

    private final GraphTransport transport;
    private final GraphAddress address;
    private final JsonAnswers answers;
    private final RetryingCalls calls;
    private final GraphBatch batch;
    private final GraphWrites writes;

    Graph(
            GraphTransport transport,
            GraphAddress address,
            JsonAnswers answers,
            RetryingCalls calls,
            GraphBatch batch,
            GraphWrites writes) {
        this.transport = transport;
        this.address = address;
        this.answers = answers;
        this.calls = calls;
        this.batch = batch;
        this.writes = writes;
    }

    /**
     * Reads all pages of a collection as a stream, or as many as its handler wants; two pages are in memory at a time.
     * The next page is asked for as soon as the one before says where it is, so that what is done with one costs no time. If Graph gives up a listing in the
     * middle it is {@linkplain PageHandler#restarted() started again}, twice at most.
     */
    public <T> void readAll(GraphCollection<T> collection, AccessTokens tokens, PageHandler<T> pages) {
        for (int restarts = 0; ; restarts++) {
            try {
                new ListReading<>(transport, address, answers, calls, collection, tokens, pages).run();
                return;
            } catch (RefusedException expired) {
                if (restarts == MOST_RESTARTS) {
                    throw new GraphAnswerException(
                            "Microsoft Graph gave up listing %s in the middle, %d times (%s). A part of a list is never taken for the whole. Try again later."
                                    .formatted(collection.source(), restarts + 1, expired.refusal()));
                }
                pages.restarted();
            }
        }
    }

    /**
     * Asks several questions, 20 to a request.
     *
     * @param source for people, such as "managed devices by device ID"
     * @param permission the least privileged permission for them
     * @return an answer to each, in the order of the questions; 404 for an object that is not there
     */
    public List<GraphAnswer> getAll(
            List<GraphRequest> requests, String source, String permission, AccessTokens tokens) {
        return getAll(requests, source, permission, tokens, _ -> {});
    }

    /**
     * As {@link #getAll(List, String, String, AccessTokens)}, for who tells people meanwhile how far it is.
     *
     * @param answered is told how many more questions have their answer, soon after they have it, from several threads
     */
    public List<GraphAnswer> getAll(
            List<GraphRequest> requests, String source, String permission, AccessTokens tokens, IntConsumer answered) {
        return batch.getAll(requests, new GraphOperation(source, 0, permission), tokens, answered);
    }

    /** Returns the scope by which an application asks the tenant for all that was granted to it. */
    public String applicationScope() {
        return address.applicationScope();
    }

    /**
     * Gets one object.
     *
     * @param path relative to the base URL, with its query
     * @param permission the least privileged permission for it
     */
    public <T> T get(String path, Class<T> type, String permission, AccessTokens tokens) {
        var operation = new GraphOperation(path.replaceFirst("\\?.*", ""), 0, permission);
        URI uri = address.of(path);
        try {
            return calls.call(
                    operation,
                    calls.patience(),
                    tokens,
                    current -> transport.get(uri, current, body -> answers.object(body, type)));
        } catch (RefusedException e) {
            throw operation.refused(e.refusal(), tokens);
        }
    }

    /**
     * Finds out whether something may be read. Waits for next to nothing: what passes is for whoever wants to know it again.
     *
     * @param path relative to the base URL, with a query that asks for as little as there is
     * @param source for people, such as "managed devices"
     * @param permission the least privileged permission for it
     * @throws GraphPermissionMissingException if it may not be
     * @throws GraphException if that could not be found out
     */
    public void probe(String path, String source, String permission, AccessTokens tokens) {
        var operation = new GraphOperation(source, 0, permission);
        URI uri = address.of(path);
        try {
            calls.call(
                    operation,
                    RetryBudget.brief(),
                    tokens,
                    current -> transport.get(uri, current, body -> answers.object(body, JsonNode.class)));
        } catch (RefusedException e) {
            throw operation.refused(e.refusal(), tokens);
        }
    }

    /**
     * Sends changes in one request, at once and once: nothing is waited for. Repeated, once and with another access token, is
     * only what was refused because the first was not accepted, which is certain not to have been done. What became of a change that has
     * no clear answer is for the caller to find out, by reading the object again.
     *
     * @param changes 20 at most; none sends nothing
     * @return an answer to each, in the order of the changes. A refusal of the request as a whole is the answer to each; a
     *     broken connection or a part that is left out is {@link WriteAnswer#unknown()}
     * @throws IllegalArgumentException if there are more than 20; nothing was sent
     * @throws GraphException if there is no token to be had; nothing was sent
     */
    public List<WriteAnswer> write(List<GraphWrite> changes, AccessTokens tokens) {
        return writes.write(changes, tokens);
    }
}
