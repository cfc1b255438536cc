package org.deviceoffboarding.bench.open;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that somebody has open, without a browser to show it: it asks, hears and answers what the browser's script would. */
final class OpenPage implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final SignedIn person;
    private final Happened happened;
    private final int window;
    private final String token;
    private final PushLine news;
    private final WebSocket line;
    private int sent;
    private boolean left;
    private volatile int heard;
    private volatile OptionalInt table = OptionalInt.empty();
    private volatile Instant lastNews = Instant.EPOCH;

    private OpenPage(SignedIn person, Happened happened, JsonNode start) throws IOException {
        this.person = person;
        this.happened = happened;
        JsonNode config = start.get("appConfig");
        this.window = config.get("v-uiId").asInt();
        JsonNode first = config.get("uidl");
        this.token = first.get("Vaadin-Security-Key").asString();
        hear(new Uidl(first.toString()));
        this.news = new PushLine(this::pushed, happened::disconnected);
        this.line = person.line(
                "VAADIN/push?v-r=push&v-uiId=" + window + "&v-pushId="
                        + first.get("Vaadin-Push-ID").asString()
                        + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                        + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                        + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-atmo-protocol=true",
                news);
    }

    /** Opens a page as from a bookmark. */
    static OpenPage open(SignedIn person, String path, Happened happened) throws IOException {
        long start = System.nanoTime();
        person.get(path, "text/html");
        String began = person.get(
                "?v-r=init&query=&v-sw=1440&v-sh=1000&v-ww=1440&v-wh=1000&v-tzo=0&v-rtzo=0&v-dston=false&v-dstd=0&v-tzid=UTC&location="
                        + URLEncoder.encode(path.substring(1), StandardCharsets.UTF_8),
                "application/json");
        OpenPage page = new OpenPage(person, happened, JSON.readTree(began));
        page.navigate(path);
        happened.answered("page opened", start);
        page.send(Uidl.event("ui-poll", Map.of())); // it has its line by now, and asks no more
        return page;
    }

    /** Follows a link to another page. */
    void go(String path) throws IOException {
        long start = System.nanoTime();
        navigate(path);
        happened.answered("link followed", start);
    }

    /** Scrolls the first table, if there is one; else asks whether there is anything new. */
    void scroll(int from) throws IOException {
        long start = System.nanoTime();
        OptionalInt rows = table;
        if (rows.isPresent()) {
            send(Uidl.call(rows.getAsInt(), "setViewportRange", from, 100));
            happened.answered("table scrolled", start);
        } else {
            send(Uidl.event("ui-poll", Map.of()));
            happened.answered("nothing new", start);
        }
    }

    void beat() throws IOException {
        person.post("?v-r=heartbeat&v-uiId=" + window, "");
    }

    Instant lastNews() {
        return lastNews;
    }

    /** Leaves the page, as a browser does. */
    @Override
    public synchronized void close() throws IOException {
        left = true;
        news.leave();
        post(Map.of("rpc", List.of(), "UNLOAD", true));
        line.abort();
    }

    private void navigate(String path) throws IOException {
        table = OptionalInt.empty();
        send(Uidl.event(
                "ui-navigate",
                Map.of(
                        "route", path.substring(1),
                        "query", "",
                        "appShellTitle", "",
                        "historyState", Map.of("idx", 0),
                        "trigger", "link")));
    }

    @SafeVarargs
    private void send(Map<String, Object>... what) throws IOException {
        String answer = post(Map.of("rpc", List.of(what)));
        hear(new Uidl(answer));
    }

    /** One after the other: the server counts them. */
    private synchronized String post(Map<String, ?> message) throws IOException {
        Map<String, Object> whole = new HashMap<>(message);
        whole.put("csrfToken", token);
        whole.put("syncId", heard);
        whole.put("clientId", sent++);
        return person.post("?v-r=uidl&v-uiId=" + window, JSON.writeValueAsString(whole));
    }

    private void pushed(String message) {
        happened.pushed(message.length());
        lastNews = Instant.now();
        try {
            hear(new Uidl(message));
        } catch (IOException e) {
            happened.failed(e.toString());
        }
    }

    private void hear(Uidl said) throws IOException {
        heard = Math.max(heard, said.checked().number());
        said.table().ifPresent(node -> table = OptionalInt.of(node));
        List<Map<String, Object>> answers = said.answers();
        if (!answers.isEmpty()) {
            Thread.startVirtualThread(() -> answer(answers));
        }
    }

    private synchronized void answer(List<Map<String, Object>> answers) {
        try {
            if (!left) {
                hear(new Uidl(post(Map.of("rpc", answers))));
            }
        } catch (IOException e) {
            happened.failed(e.toString());
        }
    }
}
