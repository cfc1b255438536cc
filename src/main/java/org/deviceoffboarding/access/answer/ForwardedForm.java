package org.deviceoffboarding.access.answer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of what proxies say of a request, each proxy on the way one value: Spring fails at what is no address. */
final class ForwardedForm {

    private static final Pattern HOST = Pattern.compile("([\\w.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
    private static final Pattern SCHEME = Pattern.compile("https?|wss?");

    private static final Map<String, Pattern> HEADERS = Map.of(
            "X-Forwarded-Host", HOST,
            "X-Forwarded-Proto", SCHEME,
            "X-Forwarded-Port", Pattern.compile("\\d{1,5}"));

    private static final Pattern PREFIX = Pattern.compile("(/[\\w.~-]+)*/?");

    /** A name and a value of {@code Forwarded}: RFC 7239. */
    private static final Pattern PAIR = Pattern.compile("(?i)(?<![\\w-])(host|proto)=(\"[^\"]*\"|[^;,]*)");

    private ForwardedForm() {}

    static boolean isReadable(HttpServletRequest request) {
        String prefix = request.getHeader("X-Forwarded-Prefix");
        return (prefix == null || PREFIX.matcher(prefix).matches())
                && HEADERS.entrySet().stream()
                        .allMatch(header -> areReadable(request.getHeader(header.getKey()), header.getValue()))
                && isReadableList(request.getHeader("Forwarded"));
    }

    private static boolean areReadable(@Nullable String values, Pattern one) {
        return values == null
                || Arrays.stream(values.split(","))
                        .allMatch(value -> one.matcher(value.strip()).matches());
    }

    private static boolean isReadableList(@Nullable String list) {
        return list == null
                || PAIR.matcher(list)
                        .results()
                        .allMatch(pair -> (pair.group(1).equalsIgnoreCase("host") ? HOST : SCHEME)
                                .matcher(pair.group(2).replace("\"", "").strip())
                                .matches());
    }
}
