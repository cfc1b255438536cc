package org.deviceoffboarding.demotenant.graph.odata;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the client carries from page to page: opaque, and useless anywhere else. */
public record PageToken(String kind, List<String> parts) {

    private static final String MARK = "DSpt";

    /** Makes a token of what has to be known at the next page. */
    public static PageToken of(String kind, Object... parts) {
        return new PageToken(
                kind, java.util.Arrays.stream(parts).map(String::valueOf).toList());
    }

    /** Returns the token as the client carries it. */
    public String encode() {
        var text = MARK + kind + "|" + String.join("|", parts);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a token of a kind, or nothing if it is none. */
    public static Optional<PageToken> decode(String kind, String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var start = MARK + kind + "|";
            return plain.startsWith(start)
                    ? Optional.of(new PageToken(
                            kind, List.of(plain.substring(start.length()).split("\\|", -1))))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /**
     * Reads a number from the token.
     *
     * @throws ODataError if somebody tampered with it
     */
    public long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException | IndexOutOfBoundsException tampered) {
            throw ODataError.expiredPageToken();
        }
    }
}
