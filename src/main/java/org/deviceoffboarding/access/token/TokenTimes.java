package org.deviceoffboarding.access.token;

import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a token was not taken for its times. The tenant made it a moment ago and its signature was checked before, so that
 * one of the two clocks is wrong.
 */
public final class TokenTimes {

    /** Source: Spring Security's JwtTimestampValidator, and OidcIdTokenValidator, which names the claims. */
    private static final Pattern TIMES = Pattern.compile("Jwt expired at|Jwt used before|[{ ](exp|iat|nbf)=");

    private static final Pattern CLAIMS =
            Pattern.compile("\\b(?:exp|iat|nbf)=([0-9TZ:.-]+)|(?:at|before) ([0-9TZ:.-]+)");

    private TokenTimes() {}

    /** Returns that a clock is wrong, where a fault that came of checking a token says so; null where it says something else. */
    public static @Nullable SignInRefusal wrongIn(Throwable fault) {
        return Stream.<@Nullable Throwable>iterate(
                        fault, Objects::nonNull, each -> each == null ? null : each.getCause())
                .map(each -> String.valueOf(Objects.requireNonNull(each).getMessage()))
                .filter(message -> TIMES.matcher(message).find())
                .findFirst()
                .map(TokenTimes::refusal)
                .orElse(null);
    }

    private static SignInRefusal refusal(String message) {
        var time = CLAIMS.matcher(message);
        return new SignInRefusal(
                SignInReason.CLOCK,
                "invalid_id_token",
                "The ID token is of another time than the portal's"
                        + (time.find() ? ": " + (time.group(1) == null ? time.group(2) : time.group(1)) : "") + ".");
    }
}
