package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one list with nothing but the JDK's own HTTP client and a streaming parser. */
final class PageReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PROPERTIES = "resources.modifiedProperties.";

    private final HttpClient client;
    private final String token;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param fields that are wanted of each row, in the order of its cells */
    PageReader(HttpClient client, String token, List<String> fields) {
        this.client = client;
        this.token = token;
        fields.forEach(field -> places.put(field, places.size()));
    }

    /** @param page is given the rows of each page; a cell is null, a text or a list of texts */
    void read(URI first, Consumer<List<@Nullable Object[]>> page) throws IOException, InterruptedException {
        for (URI next = first; next != null; ) {
            var request = HttpRequest.newBuilder(next)
                    .header("Authorization", "Bearer " + token)
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body();
                    JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
                if (response.statusCode() != 200) {
                    throw new IOException(next + " answers " + response.statusCode());
                }
                List<@Nullable Object[]> rows = new ArrayList<>();
                String link = page(parser, rows);
                page.accept(rows);
                next = link == null ? null : URI.create(link);
            }
        }
    }

    private @Nullable String page(JsonParser parser, List<@Nullable Object[]> rows) {
        String link = null;
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("value")) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    @Nullable Object[] row = new Object[places.size()];
                    object(parser, "", row);
                    rows.add(row);
                }
            } else if (name.equals("@odata.nextLink")) {
                link = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        return link;
    }

    private void object(JsonParser parser, String prefix, @Nullable Object[] row) {
        String property = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            String path = prefix.isEmpty() ? name : prefix + name;
            Integer place = places.get(path);
            if (token == JsonToken.START_OBJECT) {
                object(parser, path + ".", row);
            } else if (token == JsonToken.START_ARRAY) {
                List<String> texts = array(parser, path, row);
                if (place != null) {
                    row[place] = texts;
                }
            } else if (place != null && token != JsonToken.VALUE_NULL) {
                row[place] = parser.getString();
            } else if (prefix.equals(PROPERTIES) && name.equals("displayName")) {
                property = parser.getString();
            } else if (prefix.equals(PROPERTIES) && name.equals("newValue") && places.containsKey(property)) {
                row[places.get(property)] = parser.getString().replace("\"", "");
            }
        }
    }

    private List<String> array(JsonParser parser, String path, @Nullable Object[] row) {
        List<String> texts = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                object(parser, path + ".", row);
            } else {
                texts.add(parser.getString());
            }
        }
        return texts;
    }
}
