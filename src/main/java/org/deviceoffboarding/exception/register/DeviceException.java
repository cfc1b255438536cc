package org.deviceoffboarding.exception.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Devices that are never suggested, for a reason that somebody gave. Lifting keeps it, so that it stays known why a device
 * was left out.
 *
 * @param target what it goes by: an object ID, or a name pattern in lower case
 * @param name what people know the target by, as it was when the exception was made
 * @param legalHold whether only an owner may make and lift it
 * @param endsOn its last day, whole, in UTC; null if it has no end
 * @param lift who took it back, when and why; null while nobody did
 */
public record DeviceException(
        long id,
        ExceptionKind kind,
        String target,
        String name,
        String reason,
        boolean legalHold,
        @Nullable LocalDate endsOn,
        Instant createdAt,
        Actor createdBy,
        @Nullable Lift lift) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /** Returns what it is at a time. */
    public ExceptionState state(Instant now) {
        if (lift != null && !lift.at().isAfter(now)) {
            return ExceptionState.LIFTED;
        }
        return endsOn != null && endsOn.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())
                ? ExceptionState.ENDED
                : ExceptionState.IN_FORCE;
    }

    /** Returns one sentence that says why a device is left out: "Exception of Ada until 1 March 2027: stolen, case 47." */
    public String sentence() {
        String why = (legalHold ? "legal hold – " : "") + reason;
        return "Exception of " + createdBy.name() + (endsOn == null ? "" : " until " + DAY.format(endsOn)) + through()
                + ": " + why + (why.endsWith(".") || why.endsWith("!") || why.endsWith("?") ? "" : ".");
    }

    /** Returns what it names, for the middle of a sentence: "the group 'Legal hold'". */
    public String what() {
        return switch (kind) {
            case DEVICE -> "the device " + (name.isBlank() ? "" : name + " ") + "(" + target + ")";
            case NAME_PATTERN -> "devices named like " + name;
            case USER -> "the devices of " + name;
            case GROUP -> "the group '" + name + "'";
        };
    }

    private String through() {
        return kind == ExceptionKind.DEVICE ? "" : " for " + what();
    }

    /** Who took an exception back, when and why. */
    public record Lift(Instant at, String byName, String reason) {}
}
