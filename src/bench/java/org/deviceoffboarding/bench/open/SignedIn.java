package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.deviceoffboarding.demotenant.identity.Visit;

/** Somebody who signed in with a browser of their own. */
record SignedIn(URI portal, String cookies) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** @param person such as {@code owner} */
    static SignedIn at(URI portal, String person) {
        Visit visit = new Visit(portal, person);
        visit.signIn();
        return new SignedIn(portal, visit.cookies());
    }

    String get(String address, String accepted) throws IOException {
        return send(request(address).header("Accept", accepted).GET());
    }

    String post(String address, String message) throws IOException {
        return send(request(address)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message)));
    }

    /** Opens the line that the portal pushes through. */
    WebSocket line(String address, WebSocket.Listener listener) throws IOException {
        URI line = URI.create(portal.resolve(address).toString().replaceFirst("^http", "ws"));
        try {
            return CLIENT.newWebSocketBuilder()
                    .header("Cookie", cookies)
                    .header("Origin", portal.toString().replaceFirst("/$", ""))
                    .connectTimeout(PATIENCE)
                    .buildAsync(line, listener)
                    .join();
        } catch (CompletionException refused) {
            throw new IOException("A page got no line", refused);
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(portal.resolve(address)).timeout(PATIENCE).header("Cookie", cookies);
    }

    private static String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri() + " was answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
