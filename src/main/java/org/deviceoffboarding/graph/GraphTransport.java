package org.deviceoffboarding.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.graph.core.requests.options.GraphClientOption;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import com.microsoft.kiota.http.middleware.RedirectHandler;
import com.microsoft.kiota.http.middleware.RetryHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.deviceoffboarding.graph.answer.BrokenConnectionException;
import org.deviceoffboarding.graph.answer.ConnectionFailures;
import org.springframework.stereotype.Component;

/**
 * Sends one request through the SDK's client (its headers, its telemetry, its connection pool) and hands out the answer
 * as a stream. Does not repeat, follow redirects or wait.
 */
@Component
class GraphTransport {

    private final GraphAddress address;
    private final GraphErrors errors;
    private final GraphClock clock;
    private final OkHttpClient client;

    GraphTransport(GraphAddress address, GraphErrors errors, GraphClock clock, GraphProperties properties) {
        this.address = address;
        this.errors = errors;
        this.clock = clock;
        this.client = GraphClientFactory.create(ownInterceptors())
                .callTimeout(Duration.ZERO) // a long page is no failure
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.readTimeout())
                .followRedirects(false)
                .build();
    }

    /** Gets an address; {@code reader} sees the body of a good answer and must read it to its end. */
    <R> R get(URI uri, AccessTokens tokens, Function<InputStream, R> reader) {
        return send(request(HttpMethod.GET, uri), tokens, reader);
    }

    /**
     * Gets an address beside what goes on: the answer begins to come meanwhile, and is read with {@link #get(SentAhead, Function)}. Gets
     * its token before it returns.
     */
    SentAhead ahead(URI uri, AccessTokens tokens) {
        return new SentAhead(call(request(HttpMethod.GET, uri), tokens), this::execute);
    }

    /** As if the request were sent now, and its answer came as fast as it may. */
    <R> R get(SentAhead sent, Function<InputStream, R> reader) {
        return read(sent.answer(), reader);
    }

    /** Posts JSON to an address, in the same way, once. */
    <R> R post(URI uri, byte[] json, AccessTokens tokens, Function<InputStream, R> reader) {
        RequestInformation request = request(HttpMethod.POST, uri);
        request.setStreamContent(new NonRepeatableBody(json), "application/json");
        return send(request, tokens, reader);
    }

    private <R> R send(RequestInformation request, AccessTokens tokens, Function<InputStream, R> reader) {
        return read(execute(call(request, tokens)), reader);
    }

    private <R> R read(Response answer, Function<InputStream, R> reader) {
        try (answer) {
            if (!answer.isSuccessful()) {
                throw new RefusedException(errors.read(answer));
            }
            return reader.apply(Objects.requireNonNull(answer.body()).byteStream());
        }
    }

    /** By the SDK's client, not its adapter, which hands an answer out through an object that it sometimes left empty. */
    private Call call(RequestInformation request, AccessTokens tokens) {
        Request signed = adapter(tokens).convertToNativeRequest(request);
        return client.newCall(signed);
    }

    private Response execute(Call call) {
        try {
            Response answer = call.execute();
            clock.note(answer.header("Date"));
            return answer;
        } catch (IOException broken) {
            throw new BrokenConnectionException(ConnectionFailures.why(broken), broken);
        }
    }

    private BaseGraphRequestAdapter adapter(AccessTokens tokens) {
        return new BaseGraphRequestAdapter(new TokenOnGraphOnly(address, tokens), address.base(), client);
    }

    private static RequestInformation request(HttpMethod method, URI uri) {
        var request = new RequestInformation();
        request.httpMethod = method;
        request.setUri(uri);
        request.headers.tryAdd("Accept", "application/json");
        return request;
    }

    /** Hides challenges from the SDK, and has its interceptors without those that repeat, lead elsewhere or rewrite links that must be followed as they are. */
    private static Interceptor[] ownInterceptors() {
        Predicate<Interceptor> left = handler -> !(handler instanceof RetryHandler
                || handler instanceof RedirectHandler
                || handler instanceof ParametersNameDecodingHandler);
        return Stream.concat(
                        Stream.of(new ChallengeForUs()),
                        Arrays.stream(GraphClientFactory.createDefaultGraphInterceptors(new GraphClientOption()))
                                .filter(left))
                .toArray(Interceptor[]::new);
    }
}
