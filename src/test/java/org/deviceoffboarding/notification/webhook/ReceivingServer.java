package org.deviceoffboarding.notification.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A system that takes what webhooks are sent, over real HTTP on this machine. */
public final class ReceivingServer implements AutoCloseable {

    /** What it was sent. */
    public record Received(String path, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** @param headers each as its name, a colon and a value */
    public record Answer(int status, String... headers) {}

    private final HttpServer server;
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final LinkedBlockingDeque<Answer> next = new LinkedBlockingDeque<>();
    private volatile Function<Received, Answer> answers = request -> new Answer(204);

    public ReceivingServer() throws IOException {
        this(null);
    }

    ReceivingServer(@Nullable SSLContext encrypting) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        if (encrypting == null) {
            server = HttpServer.create(here, 0);
        } else {
            HttpsServer encrypted = HttpsServer.create(here, 0);
            encrypted.setHttpsConfigurator(new HttpsConfigurator(encrypting));
            server = encrypted;
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers the next requests so, each once; after that as ever. */
    public void answerNext(Answer... all) {
        next.addAll(List.of(all));
    }

    public void answer(Function<Received, Answer> how) {
        answers = how;
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Received request = new Received(
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        received.add(request);
        Answer planned = next.poll();
        Answer answer = planned == null ? answers.apply(request) : planned;
        for (String header : answer.headers()) {
            int colon = header.indexOf(':');
            exchange.getResponseHeaders()
                    .add(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
