package org.deviceoffboarding.demotenant.graph.odata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code $filter}: comparisons, {@code in}, the text functions, {@code and}, {@code or}, {@code not}, parentheses. */
public final class FilterParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final int DEEPEST = 50;

    private final List<String> tokens;
    private int next;
    private int depth;

    private FilterParser(List<String> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a filter.
     *
     * @throws ODataError if it is none
     */
    public static Filter parse(String text) {
        var parser = new FilterParser(tokens(text));
        var filter = parser.either();
        if (parser.next < parser.tokens.size()) {
            throw invalid();
        }
        return filter;
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, matcher.regionEnd());
        }
        if (end != text.strip().length()) {
            throw invalid();
        }
        return tokens;
    }

    private Filter either() {
        var filter = both();
        while (takes("or")) {
            filter = new Filter.Or(filter, both());
        }
        return filter;
    }

    private Filter both() {
        var filter = one();
        while (takes("and")) {
            filter = new Filter.And(filter, one());
        }
        return filter;
    }

    private Filter one() {
        if (++depth > DEEPEST) {
            throw invalid();
        }
        try {
            if (takes("not")) {
                return new Filter.Not(one());
            }
            if (takes("(")) {
                var inner = either();
                expect(")");
                return inner;
            }
            return comparison(take());
        } finally {
            depth--;
        }
    }

    private Filter comparison(String word) {
        if (takes("(")) {
            var operator = Operator.of(word).orElseThrow(FilterParser::invalid);
            var property = take();
            expect(",");
            var value = value(take());
            expect(")");
            return new Filter.Comparison(property, operator, listOf(value));
        }
        var operator = Operator.of(take()).orElseThrow(FilterParser::invalid);
        return new Filter.Comparison(word, operator, operator == Operator.IN ? list() : listOf(value(take())));
    }

    private List<@Nullable Object> list() {
        expect("(");
        var values = listOf(value(take()));
        while (takes(",")) {
            values.add(value(take()));
        }
        expect(")");
        return values;
    }

    private static List<@Nullable Object> listOf(@Nullable Object value) {
        var values = new ArrayList<@Nullable Object>();
        values.add(value);
        return values;
    }

    private static @Nullable Object value(String token) {
        if (token.startsWith("'")) {
            return token.substring(1, token.length() - 1).replace("''", "'");
        }
        return switch (token) {
            case "null" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> TIME.matcher(token).matches() ? time(token) : token;
        };
    }

    private static Instant time(String token) {
        try {
            return OffsetDateTime.parse(token).toInstant();
        } catch (DateTimeException notATime) {
            throw invalid();
        }
    }

    private boolean takes(String token) {
        if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(token)) {
            next++;
            return true;
        }
        return false;
    }

    private String take() {
        if (next >= tokens.size()) {
            throw invalid();
        }
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!takes(token)) {
            throw invalid();
        }
    }

    private static ODataError invalid() {
        return new ODataError(400, "BadRequest", "Invalid filter clause");
    }
}
