package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.criterion.AskedGrouping;
import org.deviceoffboarding.inventory.criterion.AskedOrder;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By what devices can be counted apart and sorted, what its values are called, and how to ask for one of them. */
@Component
class Groupings {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private static final Map<ConditionType, AskedOrder> ORDERS = Map.ofEntries(
            Map.entry(ConditionType.NAME, AskedOrder.NAME),
            Map.entry(ConditionType.PLATFORM, AskedOrder.PLATFORM),
            Map.entry(ConditionType.OWNERSHIP, AskedOrder.OWNERSHIP),
            Map.entry(ConditionType.JOIN_TYPE, AskedOrder.JOIN_TYPE),
            Map.entry(ConditionType.SERIAL, AskedOrder.SERIAL_NUMBER),
            Map.entry(ConditionType.USER, AskedOrder.USER),
            Map.entry(ConditionType.MANUFACTURER, AskedOrder.MANUFACTURER),
            Map.entry(ConditionType.MODEL, AskedOrder.MODEL),
            Map.entry(ConditionType.VERSION, AskedOrder.VERSION),
            Map.entry(ConditionType.ENABLED, AskedOrder.ENABLED),
            Map.entry(ConditionType.COMPLIANCE, AskedOrder.COMPLIANCE),
            Map.entry(ConditionType.ACTIVITY, AskedOrder.HEARD),
            Map.entry(ConditionType.ENTRA_ACTIVITY, AskedOrder.SIGN_IN),
            Map.entry(ConditionType.INTUNE_ACTIVITY, AskedOrder.SYNC),
            Map.entry(ConditionType.REGISTERED, AskedOrder.REGISTERED),
            Map.entry(ConditionType.ENROLLED, AskedOrder.ENROLLED),
            Map.entry(ConditionType.REMOVED, AskedOrder.REMOVED));

    private static final AskedGrouping SITUATION = new AskedGrouping(
            "flagged.situation",
            " left join flagged_device flagged on flagged.run_id = :run and flagged.object_id = e.object_id");

    private final Picks picks;

    Groupings(Picks picks) {
        this.picks = picks;
    }

    /** @throws NotAnswerableException if devices can't be sorted by it */
    static AskedOrder order(ConditionType type) {
        AskedOrder order = ORDERS.get(type);
        if (order == null) {
            throw new NotAnswerableException("Devices can't be sorted by " + type.words() + ".");
        }
        return order;
    }

    /** @throws NotAnswerableException if devices can't be counted apart by it */
    AskedGrouping of(ConditionType type, Instant now) {
        return switch (type) {
            case SITUATION -> SITUATION;
            case FLAGGED -> picked("situation", "FLAGGED");
            case LINK -> link();
            case MANAGEMENT -> AskedGrouping.inIntune();
            case REMOVED_BY -> AskedGrouping.removedBy();
            case REMOVED_HOW -> AskedGrouping.removedHow();
            case RESTRICTED -> picked("restricted", "YES");
            case BITLOCKER -> picked("bitlocker", "KNOWN");
            case LAPS -> picked("laps", "KNOWN");
            case IDS, GROUP, DEPARTMENT, PART_OF ->
                throw new NotAnswerableException(
                        "Devices can't be counted by " + type.words()
                                + ". Count those of one by naming it, or count by platform, ownership, situation, user or model.");
            default -> AskedGrouping.of(order(type), now);
        };
    }

    private AskedGrouping picked(String criterion, String choice) {
        return AskedGrouping.picked(picks.devices(criterion, choice).objectIds());
    }

    /** Those of each state, with its name; nearly all devices are healthy and have no row. */
    private static AskedGrouping link() {
        return new AskedGrouping(
                "coalesce(link.link_state, '" + LinkState.HEALTHY.name() + "')",
                " left join unhealthy_link link on link.run_id = :run and link.object_id = e.object_id");
    }

    /** Returns what people call a value; null is that nothing is known. */
    String label(ConditionType type, @Nullable String value) {
        if (value == null) {
            return none(type);
        }
        return switch (type) {
            case PLATFORM, OWNERSHIP, SITUATION, REMOVED_HOW ->
                choice(type, value)
                        .map(Choice::label)
                        .map(Groupings::capitalised)
                        .orElse(value);
            case LINK -> LinkState.valueOf(value).label();
            case JOIN_TYPE -> JoinType.label(value);
            case FLAGGED -> yes(value) ? "Flagged" : "Not flagged";
            case MANAGEMENT -> yes(value) ? "In Intune" : "Not in Intune";
            case ENABLED -> yes(value) ? "Enabled" : "Disabled";
            case COMPLIANCE -> yes(value) ? "Compliant" : "Noncompliant";
            case RESTRICTED -> yes(value) ? "Restricted" : "Not restricted";
            case BITLOCKER -> yes(value) ? "BitLocker key known" : "BitLocker key not known";
            case LAPS -> yes(value) ? "LAPS password known" : "LAPS password not known";
            case ACTIVITY, ENTRA_ACTIVITY, INTUNE_ACTIVITY, REGISTERED, ENROLLED, REMOVED ->
                MONTH.format(YearMonth.parse(value));
            default -> value;
        };
    }

    private static String none(ConditionType type) {
        return switch (type) {
            case SITUATION -> "Not flagged";
            case REMOVED_HOW, REMOVED_BY, REMOVED -> "Not removed, or not known";
            case ACTIVITY, ENTRA_ACTIVITY, INTUNE_ACTIVITY -> "Never, or not known";
            case ENROLLED -> "Not enrolled";
            default -> "Not known";
        };
    }

    /** Returns the condition on devices with a value; null where there is none that says so. */
    @Nullable
    Condition condition(ConditionType type, @Nullable String value) {
        return switch (type) {
            case PLATFORM, OWNERSHIP, REMOVED_HOW -> value == null ? null : choices(type, choice(type, value));
            case SITUATION -> value == null ? is(Choice.NOT_FLAGGED) : choices(type, choice(type, value));
            case LINK -> is(Choice.valueOf("LINK_" + value));
            case JOIN_TYPE ->
                JoinType.of(value)
                        .<Condition>map(join -> is(Choice.valueOf(join.name())))
                        .orElse(null);
            case FLAGGED -> is(yes(value) ? Choice.FLAGGED : Choice.NOT_FLAGGED);
            case MANAGEMENT -> is(yes(value) ? Choice.IN_INTUNE : Choice.NOT_IN_INTUNE);
            case ENABLED -> value == null ? null : is(yes(value) ? Choice.ENABLED : Choice.DISABLED);
            case COMPLIANCE ->
                is(value == null ? Choice.COMPLIANCE_UNKNOWN : yes(value) ? Choice.COMPLIANT : Choice.NONCOMPLIANT);
            case RESTRICTED -> is(yes(value) ? Choice.RESTRICTED : Choice.NOT_RESTRICTED);
            case BITLOCKER -> is(yes(value) ? Choice.BITLOCKER_KNOWN : Choice.BITLOCKER_UNKNOWN);
            case LAPS -> is(yes(value) ? Choice.LAPS_KNOWN : Choice.LAPS_UNKNOWN);
            case USER, MANUFACTURER, MODEL, SERIAL -> value == null ? is(new Criterion.None(type)) : text(type, value);
            case NAME, VERSION, REMOVED_BY -> value == null ? null : text(type, value);
            case ACTIVITY -> month(Source.ANY, value);
            case ENTRA_ACTIVITY -> month(Source.ENTRA, value);
            case INTUNE_ACTIVITY -> month(Source.INTUNE, value);
            case REGISTERED, ENROLLED, REMOVED -> month(type, value);
            default -> null;
        };
    }

    private static Condition month(Source source, @Nullable String value) {
        return value == null
                ? is(new Criterion.Never(source))
                : Condition.all(List.of(
                        is(new Criterion.Activity(source, Comparison.ON_OR_AFTER, first(value))),
                        is(new Criterion.Activity(source, Comparison.ON_OR_BEFORE, last(value)))));
    }

    private static @Nullable Condition month(ConditionType type, @Nullable String value) {
        return value == null
                ? null
                : Condition.all(List.of(
                        is(new Criterion.Time(type, Comparison.ON_OR_AFTER, first(value))),
                        is(new Criterion.Time(type, Comparison.ON_OR_BEFORE, last(value)))));
    }

    private static TimePoint first(String month) {
        return new TimePoint.Day(YearMonth.parse(month).atDay(1));
    }

    private static TimePoint last(String month) {
        return new TimePoint.Day(YearMonth.parse(month).atEndOfMonth());
    }

    /** A text that holds what patterns are written with can't be asked for as it stands. */
    private static @Nullable Condition text(ConditionType type, String value) {
        return value.contains("*") || value.contains("?") || value.isBlank()
                ? null
                : is(new Criterion.Texts(type, List.of(value)));
    }

    private static @Nullable Condition choices(ConditionType type, Optional<Choice> choice) {
        return choice.<Condition>map(Groupings::is).orElse(null);
    }

    private static Optional<Choice> choice(ConditionType type, String value) {
        return Stream.of(Choice.values())
                .filter(each -> each.type() == type && each.name().equals(value))
                .findFirst();
    }

    static Condition is(Choice choice) {
        return is(new Criterion.Choices(choice.type(), List.of(choice)));
    }

    static Condition is(Criterion criterion) {
        return new Condition.Is(criterion);
    }

    private static boolean yes(@Nullable String value) {
        return Objects.equals(value, "true");
    }

    private static String capitalised(String words) {
        return words.startsWith("iOS") || words.startsWith("macOS")
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
