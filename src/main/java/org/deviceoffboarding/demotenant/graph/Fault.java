package org.deviceoffboarding.demotenant.graph;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong on purpose.
 *
 * @param path that it strikes, below the version; {@code *} stands for any text
 * @param kind what goes wrong
 * @param skip how many requests to this path go well before
 * @param times how many requests it strikes after that; -1 for all
 * @param retryAfter seconds that 429 and 503 ask to wait; null leaves the header out
 * @param status of the answer, where the kind is {@link Kind#STATUS}
 * @param afterBytes how much of the body arrives, where the kind is {@link Kind#CUT_CONNECTION}
 * @param latencyMs how long the answer takes, where the kind is {@link Kind#SLOW}
 * @param ids of the rows that are missing, where the kind is {@link Kind#MISSING_ROWS}
 */
public record Fault(
        String path,
        Kind kind,
        int skip,
        int times,
        @Nullable Integer retryAfter,
        int status,
        int afterBytes,
        long latencyMs,
        List<String> ids) {

    /** What can go wrong. */
    public enum Kind {
        THROTTLED,
        /** The change is made, and yet the answer is 429. */
        DONE_BUT_THROTTLED,
        UNAVAILABLE,
        STATUS,
        CUT_CONNECTION,
        /** The next page token is refused. */
        EXPIRED_PAGE_TOKEN,
        /** Rows are left out of lists without a filter. They are still found by key. */
        MISSING_ROWS,
        SLOW,
        /** A page links to itself. */
        REPEATED_PAGE,
        /** The body is no JSON. */
        NOT_JSON,
        EMPTY_LIST,
        /** A delta token is refused with 410 and the address to start again at. */
        RESYNC_REQUIRED
    }

    public Fault {
        ids = List.copyOf(ids);
    }

    /** Returns a fault that strikes the next so many requests, with the usual details. */
    public static Fault of(Kind kind, String path, int times) {
        return new Fault(path, kind, 0, times, null, 500, 4096, 0, List.of());
    }

    public Fault skipping(int requests) {
        return new Fault(path, kind, requests, times, retryAfter, status, afterBytes, latencyMs, ids);
    }

    public Fault withRetryAfter(int seconds) {
        return new Fault(path, kind, skip, times, seconds, status, afterBytes, latencyMs, ids);
    }

    public Fault withStatus(int code) {
        return new Fault(path, kind, skip, times, retryAfter, code, afterBytes, latencyMs, ids);
    }

    public Fault withAfterBytes(int bytes) {
        return new Fault(path, kind, skip, times, retryAfter, status, bytes, latencyMs, ids);
    }

    public Fault withLatencyMs(long milliseconds) {
        return new Fault(path, kind, skip, times, retryAfter, status, afterBytes, milliseconds, ids);
    }

    public Fault withIds(List<String> missing) {
        return new Fault(path, kind, skip, times, retryAfter, status, afterBytes, latencyMs, missing);
    }

    boolean concerns(GraphRequest request) {
        boolean strikes =
                switch (kind) {
                    case EXPIRED_PAGE_TOKEN -> request.query().has("$skiptoken");
                    case RESYNC_REQUIRED -> request.query().has("$deltatoken");
                    case REPEATED_PAGE -> request.isRead();
                    case MISSING_ROWS, EMPTY_LIST ->
                        request.isRead() && !request.query().has("$filter");
                    default -> true;
                };
        return strikes && pattern().matcher(request.path()).matches();
    }

    private Pattern pattern() {
        var parts = new StringBuilder();
        for (String part : path.split("\\*", -1)) {
            parts.append(parts.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(parts.toString(), Pattern.CASE_INSENSITIVE);
    }

    boolean hides(String id) {
        return ids.stream().anyMatch(hidden -> hidden.toLowerCase(Locale.ROOT).equals(id));
    }
}
