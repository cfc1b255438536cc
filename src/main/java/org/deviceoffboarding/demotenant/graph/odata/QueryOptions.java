package org.deviceoffboarding.demotenant.graph.odata;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a request: OData's options by their lower-case names, with the dollar sign. */
public final class QueryOptions {

    private final Map<String, String> values;

    private QueryOptions(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query of an address.
     *
     * @param query without the question mark; null if there is none
     * @throws ODataError if it is not encoded as it has to be
     */
    public static QueryOptions parse(@Nullable String query) {
        var values = new LinkedHashMap<String, String>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(
                            decode(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                            decode(pair.substring(equals + 1)));
                }
            }
        }
        return new QueryOptions(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ODataError.badRequest("The query is not encoded as a URL has to be.");
        }
    }

    @Nullable
    public String get(String name) {
        return values.get(name);
    }

    /** Returns the options that the query sets. */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns the same query with one option set, ready to be put behind a question mark. */
    public String with(String name, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return write(changed);
    }

    /** Returns the query, ready to be put behind a question mark. */
    @Override
    public String toString() {
        return write(values);
    }

    private static String write(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + encode(option.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
