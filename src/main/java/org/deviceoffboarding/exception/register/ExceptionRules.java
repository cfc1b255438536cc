package org.deviceoffboarding.exception.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.deviceoffboarding.base.TextLimits;
import org.jspecify.annotations.Nullable;

/** What every exception has to fulfil, however it is asked for. */
final class ExceptionRules {

    private ExceptionRules() {}

    /** Returns what is wanted in the form in which it is stored. */
    static NewException checked(NewException wanted, Instant now) {
        requireFuture(wanted.endsOn(), now);
        return new NewException(wanted.target(), reason(wanted.reason()), wanted.endsOn(), wanted.legalHold());
    }

    static String reason(String text) {
        String reason = text.strip();
        if (reason.isEmpty()) {
            throw new ExceptionRefusedException(
                    "Give a reason, so that others know why.", ExceptionRefusedException.REASON);
        }
        if (reason.length() > TextLimits.REASON) {
            throw new ExceptionRefusedException(
                    "The reason is longer than " + TextLimits.REASON + " characters. Say it in fewer.",
                    ExceptionRefusedException.REASON);
        }
        return reason;
    }

    static void requireFuture(@Nullable LocalDate endsOn, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (endsOn != null && !endsOn.isAfter(today)) {
            throw new ExceptionRefusedException(
                    "The last day " + endsOn + " is not in the future. Take a day after " + today
                            + " (UTC), or none for an exception without an end.",
                    ExceptionRefusedException.LAST_DAY);
        }
    }

    static ExceptionRefusedException alreadyInForce(ExceptionTarget target) {
        return new ExceptionRefusedException(
                "An exception for " + target.kind().label().toLowerCase(Locale.ROOT)
                        + " " + (target.name().isBlank() ? target.key() : target.name())
                        + " is in force already. Lift it first if it should say something else.",
                ExceptionRefusedException.TARGET);
    }
}
