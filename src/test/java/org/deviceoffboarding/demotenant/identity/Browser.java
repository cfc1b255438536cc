package org.deviceoffboarding.demotenant.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** As much of a browser as the code flow needs: cookies, and forms that are sent by hand. Follows no redirect. */
class Browser {

    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** What came back: the page, or where to go next. */
    record Answer(int status, String body, @Nullable URI location, HttpResponse<String> response) {

        URI next() {
            if (location == null) {
                throw new AssertionError("No redirect but " + status + ": " + body);
            }
            return location;
        }

        Map<String, String> parameters() {
            return Arrays.stream(next().getRawQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        }

        /** The value of a hidden input; the first one of this name. */
        String hidden(String name) {
            return HIDDEN.matcher(body)
                    .results()
                    .filter(input -> input.group(1).equals(name))
                    .map(input -> HtmlUtils.htmlUnescape(input.group(2)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No hidden input " + name + " in " + body));
        }
    }

    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    /** Opens an address by a button or link on a page. */
    Answer follow(URI address, URI page) {
        return send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").header("Referer", page.toString()));
    }

    Answer get(URI address, String bearerToken) {
        return send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + bearerToken));
    }

    Answer post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    Answer postJson(URI address, String json) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    CookieManager cookies() {
        return cookies;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            URI next = response.headers()
                    .firstValue("Location")
                    .map(response.uri()::resolve)
                    .orElse(null);
            return new Answer(response.statusCode(), response.body(), next, response);
        } catch (IOException e) {
            throw new AssertionError("The demo tenant did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
