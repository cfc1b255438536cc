package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.AskedMembers.Covered;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.Listed;
import org.deviceoffboarding.inventory.criterion.TextPattern;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.jspecify.annotations.Nullable;

/**
 * Says what a question's condition means in the inventory.
 *
 * @param now what is relative counts from here, and what is later means nothing
 */
record Translation(Picks picks, AskedMembers members, Instant now) {

    /** @param condition null for all devices */
    DeviceCondition of(@Nullable Condition condition) {
        return switch (condition) {
            case null -> DeviceCondition.ALL;
            case Condition.All(List<Condition> parts) -> new DeviceCondition.All(all(parts));
            case Condition.Any(List<Condition> parts) -> new DeviceCondition.Any(all(parts));
            case Condition.Not(Condition part) -> new DeviceCondition.Not(of(part));
            case Condition.Is(Criterion criterion) -> of(criterion);
        };
    }

    private List<DeviceCondition> all(List<Condition> parts) {
        return parts.stream().map(this::of).toList();
    }

    DeviceCondition of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Ids ids -> Listed.ids(ids.ids());
            case Criterion.Choices choices -> of(choices);
            case Criterion.Texts texts -> of(texts);
            case Criterion.Groups groups -> covered(groups.groups().stream().map(members.groups()::get));
            case Criterion.Activity activity ->
                compared(time(activity.source()), activity.comparison(), activity.moment());
            case Criterion.Time time -> compared(time(time.type()), time.comparison(), time.moment());
            case Criterion.Never never -> Listed.never(time(never.source()), now);
            case Criterion.Version version -> Listed.version(operator(version.comparison()), version.version());
            case Criterion.None none -> none(none.type());
        };
    }

    private DeviceCondition of(Criterion.Choices choices) {
        List<Choice> wanted = choices.choices();
        return switch (choices.type()) {
            case PLATFORM -> Listed.platforms(constants(wanted, name -> Platform.valueOf(name)));
            case OWNERSHIP -> Listed.ownerships(constants(wanted, name -> Ownership.valueOf(name)));
            case JOIN_TYPE -> Listed.joinTypes(constants(wanted, name -> JoinType.valueOf(name)));
            case REMOVED_HOW -> Listed.removals(constants(wanted, name -> RemovalEvent.Kind.valueOf(name)));
            default -> any(wanted.stream().map(this::of));
        };
    }

    private static <E> List<E> constants(List<Choice> choices, Function<String, E> constant) {
        return choices.stream().map(choice -> constant.apply(choice.name())).toList();
    }

    private DeviceCondition of(Choice choice) {
        return switch (choice) {
            case FLAGGED, IN_SUGGESTION -> picks.condition("situation", "FLAGGED");
            case NOT_FLAGGED -> picks.condition("situation", "NOT_FLAGGED");
            case READY_TO_DELETE,
                    AUTOPILOT_LEFTOVER,
                    REMOVED_FROM_INTUNE,
                    BROKEN_LINK,
                    SILENT_EVERYWHERE,
                    SILENT_AND_UNMANAGED -> picks.condition("situation", choice.name());
            case LINK_HEALTHY, LINK_REMOVED, LINK_BROKEN, LINK_UNCLAIMED, LINK_LEAVING ->
                picks.condition("link", choice.name().substring("LINK_".length()));
            case IN_INTUNE -> Listed.inIntune();
            case NOT_IN_INTUNE -> new DeviceCondition.Not(Listed.inIntune());
            case COMPLIANT -> Listed.compliant(true);
            case NONCOMPLIANT -> Listed.compliant(false);
            case COMPLIANCE_UNKNOWN -> Listed.complianceUnknown();
            case ENABLED -> Listed.enabled(true);
            case DISABLED -> Listed.enabled(false);
            case IN_TASK -> picks.condition("task", "YES");
            case IN_REQUEST -> picks.condition("request", "YES");
            case IN_EXCEPTION -> picks.condition("excepted", "YES");
            case RESTRICTED -> picks.condition("restricted", "YES");
            case NOT_RESTRICTED -> picks.condition("restricted", "NO");
            case BITLOCKER_KNOWN -> picks.condition("bitlocker", "KNOWN");
            case BITLOCKER_UNKNOWN -> picks.condition("bitlocker", "UNKNOWN");
            case LAPS_KNOWN -> picks.condition("laps", "KNOWN");
            case LAPS_UNKNOWN -> picks.condition("laps", "UNKNOWN");
            default -> throw new IllegalArgumentException("No condition alone: " + choice);
        };
    }

    private DeviceCondition of(Criterion.Texts texts) {
        return texts.type() == ConditionType.DEPARTMENT
                ? covered(texts.patterns().stream().map(members.departments()::get))
                : Listed.text(
                        text(texts.type()),
                        texts.patterns().stream().map(TextPattern::new).toList());
    }

    /** A device is of a group as exceptions and instructions see it: itself, or by a person of the group. */
    private static DeviceCondition covered(Stream<@Nullable Covered> read) {
        Set<UUID> devices = new HashSet<>();
        Set<String> userNames = new HashSet<>();
        read.map(Objects::requireNonNull).forEach(covered -> {
            devices.addAll(covered.devices());
            userNames.addAll(covered.userNames());
        });
        return any(Stream.of(Listed.objectIds(devices), Listed.userNames(userNames)));
    }

    private DeviceCondition none(ConditionType type) {
        if (type == ConditionType.DEPARTMENT) {
            throw new NotAnswerableException(
                    "Which people have no department can't be asked of Microsoft Entra. Ask for a department by its name.");
        }
        return Listed.without(text(type));
    }

    static Listed.Text text(ConditionType type) {
        return switch (type) {
            case NAME -> Listed.Text.NAME;
            case SERIAL -> Listed.Text.SERIAL_NUMBER;
            case USER -> Listed.Text.USER;
            case MANUFACTURER -> Listed.Text.MANUFACTURER;
            case MODEL -> Listed.Text.MODEL;
            case VERSION -> Listed.Text.VERSION;
            case REMOVED_BY -> Listed.Text.REMOVED_BY;
            default -> throw new IllegalArgumentException("No text: " + type);
        };
    }

    private DeviceCondition compared(Listed.Time time, Comparison comparison, TimePoint moment) {
        Instant from = moment.from(now, ZoneOffset.UTC);
        Instant to = moment.to(now, ZoneOffset.UTC);
        return switch (comparison) {
            case AFTER -> Listed.from(time, to, now);
            case ON_OR_AFTER -> Listed.from(time, from, now);
            case BEFORE -> Listed.before(time, from, now);
            case ON_OR_BEFORE -> Listed.before(time, to, now);
        };
    }

    private static Listed.Time time(Source source) {
        return switch (source) {
            case ANY -> Listed.Time.HEARD;
            case ENTRA -> Listed.Time.SIGN_IN;
            case INTUNE -> Listed.Time.SYNC;
        };
    }

    private static Listed.Time time(ConditionType type) {
        return switch (type) {
            case REGISTERED -> Listed.Time.REGISTERED;
            case ENROLLED -> Listed.Time.ENROLLED;
            case REMOVED -> Listed.Time.REMOVED;
            default -> throw new IllegalArgumentException("No time: " + type);
        };
    }

    private static String operator(VersionComparison comparison) {
        return Map.of(
                        VersionComparison.BELOW, "<",
                        VersionComparison.AT_MOST, "<=",
                        VersionComparison.ABOVE, ">",
                        VersionComparison.AT_LEAST, ">=")
                .getOrDefault(comparison, "");
    }

    private static DeviceCondition any(Stream<DeviceCondition> conditions) {
        return new DeviceCondition.Any(conditions.toList());
    }
}
