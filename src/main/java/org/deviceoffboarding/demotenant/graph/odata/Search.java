package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A search for a word in a property, as {@code $search} states it. */
record Search(String property, String word) {

    private static final Pattern FORM = Pattern.compile("\"(\\w+):(.+)\"");

    /**
     * Reads the search of a request; null if it has none.
     *
     * @throws ODataError if it is none, or the client does not accept eventual consistency
     */
    static @Nullable Search parse(ODataRequest request) {
        var text = request.query().get("$search");
        if (text == null) {
            return null;
        }
        if (!request.headers().wantsEventualConsistency()) {
            throw ODataError.unsupportedQuery("Request with $search query parameter only works through MSGraph with a"
                    + " special request header: 'ConsistencyLevel: eventual'");
        }
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || !matcher.group(1).equalsIgnoreCase("displayName")) {
            throw ODataError.unsupportedQuery(
                    "Search only works on the property displayName, in the form \"displayName:word\".");
        }
        return new Search(matcher.group(1), matcher.group(2).toLowerCase(Locale.ROOT));
    }

    <T> boolean matches(T row, Schema<T> schema) {
        var known = schema.find(property);
        return known != null
                && String.valueOf(known.value().of(row))
                        .toLowerCase(Locale.ROOT)
                        .contains(word);
    }
}
