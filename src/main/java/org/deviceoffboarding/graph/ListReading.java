package org.deviceoffboarding.graph;

import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.deviceoffboarding.graph.answer.JsonAnswers;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a list, page after page. A page says mostly at its beginning where the next one is, which is asked for at once: what
 * Graph takes to answer goes by while rows are read and handed over. The rows of the next page are not read before, and what goes wrong
 * with it counts when its turn comes. Used once, by one thread.
 */
final class ListReading<T> {

    /** @param tokens that it was asked with */
    private record NextPage(URI uri, UsedTokens tokens, SentAhead sent) {}

    private final GraphTransport transport;
    private final GraphAddress address;
    private final JsonAnswers answers;
    private final RetryingCalls calls;
    private final GraphCollection<T> collection;
    private final AccessTokens tokens;
    private final PageHandler<T> pages;
    private final Set<URI> seen = new HashSet<>();
    private @Nullable NextPage ahead;

    ListReading(
            GraphTransport transport,
            GraphAddress address,
            JsonAnswers answers,
            RetryingCalls calls,
            GraphCollection<T> collection,
            AccessTokens tokens,
            PageHandler<T> pages) {
        this.transport = transport;
        this.address = address;
        this.answers = answers;
        this.calls = calls;
        this.collection = collection;
        this.tokens = tokens;
        this.pages = pages;
    }

    /** @throws RefusedException if Graph gives the listing up in the middle */
    void run() {
        try {
            read();
        } finally {
            giveUpNext();
        }
    }

    private void read() {
        List<T> before = List.of();
        int number = 0;
        URI uri = address.of(collection.path());
        while (uri != null && !pages.isEnough()) {
            var operation = new GraphOperation(collection.source(), ++number, collection.permission());
            if (!seen.add(uri)) {
                throw operation.unusable("its pages repeat without an end");
            }
            var page = read(operation, uri);
            if (!page.rows().isEmpty() && page.rows().equals(before)) {
                throw operation.unusable("it repeats the page before");
            }
            before = page.rows();
            uri = next(operation, page.nextLink());
            pages.handle(new GraphPage<>(number, page.rows()));
        }
    }

    private JsonAnswers.Page<T> read(GraphOperation operation, URI uri) {
        Turn turn = new Turn(uri);
        try {
            return calls.callWith(turn.tokens(), operation, calls.patience(), turn::read);
        } catch (RefusedException e) {
            if (operation.page() == 1) {
                throw operation.refused(e.refusal(), tokens);
            }
            throw e;
        }
    }

    private @Nullable URI next(GraphOperation operation, @Nullable String link) {
        try {
            return link == null || link.isEmpty() ? null : address.ofNextLink(link);
        } catch (UnusableAnswerException e) {
            throw operation.unusable(e.why(), e);
        }
    }

    /** The page whose turn it is: its first answer may be on its way, any further one is asked for when the one before was of no use. */
    private final class Turn {

        private final URI uri;
        private @Nullable NextPage underway;

        Turn(URI uri) {
            this.uri = uri;
            if (ahead != null && ahead.uri().equals(uri)) {
                underway = ahead;
                ahead = null;
            }
        }

        UsedTokens tokens() {
            return underway == null ? new UsedTokens(tokens) : underway.tokens();
        }

        JsonAnswers.Page<T> read(AccessTokens current) {
            Function<InputStream, JsonAnswers.Page<T>> reader =
                    body -> answers.page(body, collection.rowType(), ListReading.this::askAhead);
            if (underway == null) {
                return transport.get(uri, current, reader);
            }
            SentAhead sent = underway.sent();
            underway = null;
            return transport.get(sent, reader);
        }
    }

    /** Asks for the page of a link, unless that was done. A link that cannot be followed is told when its turn comes, and so is a token that cannot be had. */
    private void askAhead(String link) {
        try {
            URI uri = address.ofNextLink(link);
            if (pages.mayBeEnough()
                    || seen.contains(uri)
                    || (ahead != null && ahead.uri().equals(uri))) {
                return;
            }
            giveUpNext();
            var used = new UsedTokens(tokens);
            ahead = new NextPage(uri, used, transport.ahead(uri, used));
        } catch (UnusableAnswerException | GraphException e) {
            giveUpNext();
        }
    }

    private void giveUpNext() {
        if (ahead != null) {
            ahead.sent().close();
            ahead = null;
        }
    }
}
