package org.deviceoffboarding.graph.answer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads Graph's JSON while it arrives: rows of a page become objects one by one, and nothing else is kept. */
@Component
public class JsonAnswers {

    /** @param nextLink where the next page is; null on the last */
    public record Page<T>(List<T> rows, @Nullable String nextLink) {}

    private final JsonMapper json = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // rows are read out of the middle of a page
            .build();

    /**
     * Reads a page.
     *
     * @param next is given the link to the next page as soon as it is read, which is mostly before the rows; what comes behind it may
     *     still turn out to be broken
     */
    public <T> Page<T> page(InputStream body, Class<T> rowType, Consumer<String> next) {
        Beginning beginning = new Beginning(body);
        try (JsonParser parser = json.createParser(beginning)) {
            return page(parser, json.readerFor(rowType), next);
        } catch (JacksonException e) {
            throw failure(e, beginning);
        }
    }

    public <T> T object(InputStream body, Class<T> type) {
        Beginning beginning = new Beginning(body);
        try {
            T value = json.readValue(beginning, type);
            if (value == null) {
                throw new UnusableAnswerException("it is null", null);
            }
            return value;
        } catch (JacksonException e) {
            throw failure(e, beginning);
        }
    }

    public byte[] bytes(Object value) {
        return json.writeValueAsBytes(value);
    }

    private static <T> Page<T> page(JsonParser parser, ObjectReader reader, Consumer<String> next) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new NotJsonException("it is empty", null);
        }
        require(first == JsonToken.START_OBJECT, "it is not a JSON object");
        List<T> rows = null;
        String nextLink = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "value" -> rows = rows(parser, reader);
                case "@odata.nextLink" -> {
                    nextLink = link(parser);
                    if (nextLink != null) {
                        next.accept(nextLink);
                    }
                }
                default -> parser.skipChildren();
            }
        }
        if (rows == null) {
            throw new UnusableAnswerException("it has no list of values", null);
        }
        return new Page<>(rows, nextLink);
    }

    private static <T> List<T> rows(JsonParser parser, ObjectReader reader) {
        require(parser.currentToken() == JsonToken.START_ARRAY, "its values are not a list");
        var rows = new ArrayList<T>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                rows.add(reader.readValue(parser));
            }
        }
        return rows;
    }

    private static @Nullable String link(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(parser.currentToken() == JsonToken.VALUE_STRING, "its link to the next page is not an address");
        return parser.getString();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new UnusableAnswerException(otherwise, null);
        }
    }

    /** Tells an answer that broke off, or is not Graph's, which is asked for again, from one that came whole and is wrong. */
    private static RuntimeException failure(JacksonException e, Beginning beginning) {
        if (beginning.isEmpty() && !(e instanceof JacksonIOException)) {
            return new NotJsonException("it is empty", e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case IOException broken -> {
                    return new BrokenConnectionException(ConnectionFailures.why(broken), e);
                }
                case JacksonIOException _ -> {
                    return new BrokenConnectionException("the connection broke off", e);
                }
                case UnexpectedEndOfInputException _ -> {
                    return new BrokenConnectionException("its answer ended in the middle", e);
                }
                case StreamReadException read
                when !(read instanceof InputCoercionException) -> {
                    return new NotJsonException("it is not JSON, and begins with '" + beginning.text() + "'", e);
                }
                default -> {} // what it was caused by says more
            }
        }
        return new UnusableAnswerException(
                e instanceof DatabindException wrong
                        ? "it has a value that is not of its type, " + wrong.getPathReference()
                        : "it has a value that cannot be read",
                e);
    }
}
