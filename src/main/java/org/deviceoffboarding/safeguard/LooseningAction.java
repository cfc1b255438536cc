package org.deviceoffboarding.safeguard;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.deviceoffboarding.audit.AuditableAction;

/** What happens to a loosening, as it stands after it. */
record LooseningAction(Loosening loosening) implements AuditableAction {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Override
    public String action() {
        return switch (loosening.status()) {
            case PENDING -> "loosening.proposed";
            case CONFIRMED -> "loosening.confirmed";
            case TOOK_EFFECT -> "loosening.took-effect";
            case TAKEN_BACK -> "loosening.taken-back";
            case REPLACED -> "loosening.replaced";
            case LAPSED -> "loosening.lapsed";
        };
    }

    @Override
    public String subject() {
        return "loosening:" + loosening.id();
    }

    @Override
    public String summary() {
        String proposed = loosening.proposedBy().name() + " proposed: " + loosening.what();
        return switch (loosening.status()) {
            case PENDING ->
                "Proposed to loosen a safeguard, for another owner to confirm or to hold from "
                        + MINUTE.format(loosening.takesEffectAt()) + " on: " + loosening.what();
            case CONFIRMED -> "Confirmed what " + proposed;
            case TOOK_EFFECT -> "Let take effect, after 24 hours, what " + proposed;
            case TAKEN_BACK -> "Took back what " + proposed;
            case REPLACED -> "Proposed something else instead of what " + proposed;
            case LAPSED ->
                "Let lapse what " + proposed + ". " + Objects.requireNonNullElse(loosening.lapsedBecause(), "");
        };
    }
}
