package org.deviceoffboarding.safeguard;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;

/** What happens to a loosening, as it stands after it. */
@AuditedFields(
        details = {
            "loosening: its number",
            "safeguard: what it loosens",
            "of: which one, where there are many; else empty",
            "what: what would change, as sentences",
            "proposedBy: the name of the owner who proposed it",
            "takesEffectAt: when it takes effect although nobody confirms it",
            "because: why it lapsed; none otherwise"
        },
        changes = "status: where it stands")
@AuditedValues(field = "status", of = LooseningStatus.class)
@AuditedAs(
        name = "loosening.proposed",
        label = "Proposed to loosen a safeguard",
        meaning =
                "An owner wants a safeguard to allow more. Another owner confirms it, or it takes effect a day later.")
@AuditedAs(
        name = "loosening.confirmed",
        label = "Confirmed a loosened safeguard",
        meaning = "Another owner confirmed it; it holds from now on.")
@AuditedAs(
        name = "loosening.took-effect",
        label = "Let a loosened safeguard take effect",
        meaning = "Nobody took it back for a day; it holds from now on.")
@AuditedAs(
        name = "loosening.taken-back",
        label = "Took back a loosened safeguard",
        meaning = "An owner took it back before it held.")
@AuditedAs(
        name = "loosening.replaced",
        label = "Replaced a loosened safeguard",
        meaning = "An owner proposed something else in its place.")
@AuditedAs(
        name = "loosening.lapsed",
        label = "Let a loosened safeguard lapse",
        meaning = "What it was proposed for is no longer so, such as since something else was saved.")
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
    public AuditDetails details() {
        AuditDetails details = AuditDetails.NONE
                .with("loosening", loosening.id())
                .with("safeguard", loosening.safeguard())
                .with("of", loosening.subject())
                .with("what", loosening.changes())
                .with("proposedBy", loosening.proposedBy().name())
                .with("takesEffectAt", loosening.takesEffectAt())
                .changed(
                        "status",
                        loosening.status() == LooseningStatus.PENDING ? null : LooseningStatus.PENDING,
                        loosening.status());
        return loosening.lapsedBecause() == null ? details : details.with("because", loosening.lapsedBecause());
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
