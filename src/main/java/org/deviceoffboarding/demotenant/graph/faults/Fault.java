package org.deviceoffboarding.demotenant.graph.faults;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that goes wrong on purpose. A request inside a batch is struck as if it came alone; {@code /$batch} itself is
 * a path, too.
 *
 * @param path that it strikes, below the version; {@code *} stands for any text
 * @param methods that it strikes, such as PATCH; empty for all
 * @param kind what goes wrong
 * @param account whose requests it strikes, by user principal name; empty for everybody's
 * @param strikes which of the requests to this path it strikes
 * @param details as far as the kind has any
 */
public record Fault(
        String path,
        List<String> methods,
        Kind kind,
        String account,
        @JsonUnwrapped Strikes strikes,
        @JsonUnwrapped FaultDetails details) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "PUT", "DELETE");

    /** What can go wrong. */
    public enum Kind {
        THROTTLED,
        /** The change is made, and yet the answer is 429. */
        DONE_BUT_THROTTLED,
        /** The change is made, and single reads show it only after some seconds. */
        DONE_LATE,
        /** The answer is that of a success, and yet no change is made. */
        ACCEPTED_BUT_NOT_DONE,
        UNAVAILABLE,
        STATUS,
        /** Everything is done, and the answer ends after some bytes of its body, or at its end where it is shorter. */
        CUT_CONNECTION,
        /** The next page token is refused. */
        EXPIRED_PAGE_TOKEN,
        /** Rows are left out of lists without a filter, and of lists of events. They are still found by key. */
        MISSING_ROWS,
        SLOW,
        /** A page links to itself. */
        REPEATED_PAGE,
        /** The body is no JSON. */
        NOT_JSON,
        /** A list without a filter, or of events, has no rows. */
        EMPTY_LIST,
        /** Somebody deleted it: by its key it is not found, and a list is empty, also one that is filtered. */
        GONE,
        /** Everything is done, and the answer's {@code Date} is some seconds ahead; behind where they are negative. */
        WRONG_CLOCK,
        /** A device is in a restricted management administrative unit: shown so by itself, and not to be changed. */
        MANAGEMENT_RESTRICTED,
        /** Refused with 401 and the claims that the access token has to have, unless it was got with them. */
        CLAIMS_CHALLENGE,
        /** Refused as Intune refuses an account that has no role: 401, and the reason in JSON within JSON. */
        NO_INTUNE_ROLE,
        /** Refused as where the account has no licence. */
        NO_LICENCE,
        /** Refused as where the tenant has no Intune. */
        NO_INTUNE,
        /** A delta token is refused with 410 and the address to start again at. */
        RESYNC_REQUIRED
    }

    public Fault {
        methods =
                methods.stream().map(method -> method.toUpperCase(Locale.ROOT)).toList();
        if (!METHODS.containsAll(methods)) {
            throw new IllegalArgumentException("methods are " + methods + ", but have to be among " + METHODS + ".");
        }
    }

    /** Returns a fault that strikes the next so many requests, with the usual details; -1 strikes all. */
    public static Fault of(Kind kind, String path, int times) {
        return new Fault(path, List.of(), kind, "", new Strikes(0, times, 100, 0), FaultDetails.USUAL);
    }

    /** Lets requests with other methods through. */
    public Fault onlyFor(String... wanted) {
        return new Fault(path, List.of(wanted), kind, account, strikes, details);
    }

    /** Lets requests of other accounts through. */
    public Fault onlyOf(String userPrincipalName) {
        return new Fault(path, methods, kind, userPrincipalName, strikes, details);
    }

    public Fault skipping(int requests) {
        return with(new Strikes(requests, strikes.times(), strikes.share(), strikes.seed()));
    }

    /**
     * Strikes by chance, the same requests at the same seed.
     *
     * @param percent of the requests that it is struck for, above 0 and up to 100
     */
    public Fault byChance(double percent, long seed) {
        return with(new Strikes(strikes.skip(), strikes.times(), percent, seed));
    }

    /** Tells 429 and 503 to ask for a wait. */
    public Fault withRetryAfter(int seconds) {
        return with(details.withRetryAfter(seconds));
    }

    /** Sets the answer where the kind is {@link Kind#STATUS}. */
    public Fault withStatus(int code) {
        return with(details.withStatus(code));
    }

    /** Sets how much of the body arrives where the kind is {@link Kind#CUT_CONNECTION}. */
    public Fault withAfterBytes(int bytes) {
        return with(details.withAfterBytes(bytes));
    }

    /** Sets how long the answer takes where the kind is {@link Kind#SLOW}. */
    public Fault withLatencyMs(long milliseconds) {
        return with(details.withLatencyMs(milliseconds));
    }

    /**
     * Sets how long a change is not seen where the kind is {@link Kind#DONE_LATE}, and how far the clock is ahead where it is
     * {@link Kind#WRONG_CLOCK}.
     */
    public Fault withSeconds(int seconds) {
        return with(details.withSeconds(seconds));
    }

    /** Sets the rows that are missing where the kind is {@link Kind#MISSING_ROWS}. */
    public Fault withIds(List<String> missing) {
        return with(details.withIds(missing));
    }

    Fault with(FaultDetails changed) {
        return new Fault(path, methods, kind, account, strikes, changed);
    }

    private Fault with(Strikes changed) {
        return new Fault(path, methods, kind, account, changed, details);
    }

    boolean concerns(String method, String requested, Set<String> options, String caller) {
        boolean read = "GET".equals(method);
        boolean strikes =
                switch (kind) {
                    case EXPIRED_PAGE_TOKEN -> options.contains("$skiptoken");
                    case RESYNC_REQUIRED -> options.contains("$deltatoken");
                    case REPEATED_PAGE, GONE -> read;
                    case MISSING_ROWS, EMPTY_LIST -> read && !asksByKey(requested, options);
                    default -> true;
                };
        return strikes
                && (account.isEmpty() || account.equalsIgnoreCase(caller))
                && (methods.isEmpty() || methods.contains(method))
                && pattern().matcher(requested).matches();
    }

    /** A list of events is filtered by its time, and is a list all the same. */
    private static boolean asksByKey(String requested, Set<String> options) {
        return options.contains("$filter")
                && !requested.toLowerCase(Locale.ROOT).endsWith("/auditevents");
    }

    /** Returns where to write the body of an answer, of which no more arrives than the fault lets through. */
    public OutputStream bodyOf(HttpServletResponse response) throws IOException {
        return kind == Kind.CUT_CONNECTION
                ? new CutOutputStream(response, details.afterBytes())
                : response.getOutputStream();
    }

    private Pattern pattern() {
        var parts = new StringBuilder();
        for (String part : path.split("\\*", -1)) {
            parts.append(parts.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(parts.toString(), Pattern.CASE_INSENSITIVE);
    }

    /** Returns whether it leaves out the row with an ID. */
    public boolean hides(String id) {
        return details.ids().stream()
                .anyMatch(hidden -> hidden.toLowerCase(Locale.ROOT).equals(id));
    }
}
