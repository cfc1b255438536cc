package org.deviceoffboarding.graph;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.graph.answer.JsonAnswers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Graph on a loopback port that answers what a test tells it to, and a {@link Graph} that reads it without waiting. */
public final class ScriptedGraph implements AutoCloseable {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    public static final AccessTokens TOKENS = () -> "secret-token";

    private static final ThreadLocal<String> BODY = ThreadLocal.withInitial(() -> "");

    private static final GraphProperties PROPERTIES =
            new GraphProperties(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMinutes(10));

    /** Writes one answer. */
    @FunctionalInterface
    public interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private GraphClock clock = new GraphClock(CLOCK, () -> 0);

    public ScriptedGraph() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1.0", this::answer);
        server.start();
    }

    /** Answers a path (with its query, or for any query) with these answers in turn; the last one stays. */
    public ScriptedGraph on(String path, Answer... inTurn) {
        answers.put(path, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    public String url(String path) {
        return baseUrl() + path;
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0");
    }

    /** Returns what was asked: the path with its query, and a body where there was one. */
    public List<String> requests() {
        return requests;
    }

    /** Returns the header {@code Authorization} of each request. */
    List<String> authorizations() {
        return authorizations;
    }

    public List<Duration> waits() {
        return waits;
    }

    /** Returns what the graphs of this script know of its clock. */
    GraphClock clock() {
        return clock;
    }

    /** Graphs that are made from now on know nothing of its clock. */
    void forgetTime() {
        clock = new GraphClock(CLOCK, () -> 0);
    }

    public Graph graph() {
        return graphWaitingWith(waits::add);
    }

    Graph graphWaitingWith(Waiting waiting) {
        var tenant = new TenantProperties(
                URI.create("http://127.0.0.1/issuer"), "client", "secret", "", "", "", baseUrl(), true, "");
        var address = new GraphAddress(tenant);
        var errors = new GraphErrors(CLOCK);
        var transport = new GraphTransport(address, errors, clock, PROPERTIES);
        var json = new JsonAnswers();
        var calls = new RetryingCalls(PROPERTIES, waiting);
        var envelope = new BatchClient(transport, address, json, errors);
        return new Graph(transport, address, json, calls, new GraphBatch(envelope, calls), new GraphWrites(envelope));
    }

    public static Answer json(String body) {
        return json(200, body);
    }

    public static Answer json(int status, String body, String... headers) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Answer error(int status, String code, String message, String... headers) {
        return json(status, "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, message), headers);
    }

    public static Answer gzipped(String body) {
        return exchange -> {
            var bytes = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body.getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.size());
            bytes.writeTo(exchange.getResponseBody());
        };
    }

    /** Promises more than it sends, then hangs up. */
    public static Answer cut(String beginning) {
        return exchange -> {
            exchange.sendResponseHeaders(200, beginning.length() + 100);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        };
    }

    /** Returns a page with these rows, and the link to the next where there is one. */
    public static String page(@Nullable String nextLink, String... rows) {
        String next = nextLink == null ? "" : "\"@odata.nextLink\":\"" + nextLink + "\",";
        return "{\"@odata.context\":\"…\"," + next + "\"value\":[" + String.join(",", rows) + "]}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/v1.0".length());
            String query = exchange.getRequestURI().getQuery();
            String whole = query == null ? path : path + "?" + query;
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(whole + body);
            BODY.set(body);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (!"Bearer secret-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                error(401, "InvalidAuthenticationToken", "Access token is empty.")
                        .send(exchange);
                return;
            }
            next(answers.getOrDefault(whole, answers.get(path))).send(exchange);
        }
    }

    /** Returns the IDs of the parts of the batch that is being answered. */
    public static List<String> parts() {
        return JsonMapper.shared()
                .readTree(BODY.get())
                .path("requests")
                .valueStream()
                .map(part -> part.path("id").asString(""))
                .toList();
    }

    private static Answer next(@Nullable Deque<Answer> inTurn) {
        if (inTurn == null) {
            return error(404, "ResourceNotFound", "Nothing scripted");
        }
        synchronized (inTurn) {
            return inTurn.size() > 1 ? inTurn.removeFirst() : inTurn.getFirst();
        }
    }
}
