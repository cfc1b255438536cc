package org.deviceoffboarding.inventory.criterion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.criterion.DeviceCondition.All;
import org.deviceoffboarding.inventory.criterion.DeviceCondition.Any;
import org.deviceoffboarding.inventory.criterion.DeviceCondition.Found;
import org.deviceoffboarding.inventory.criterion.DeviceCondition.Known;
import org.deviceoffboarding.inventory.criterion.DeviceCondition.Not;

/** Conditions on what is listed of each device. */
public final class Listed {

    private Listed() {}

    /** Returns the devices of one of these platforms. */
    public static DeviceCondition platforms(Collection<Platform> platforms) {
        return new Known("e.platform = any(cast({} as text[]))", (Object) names(platforms));
    }

    /** Returns the devices that are, as Entra says, of one of these owners. */
    public static DeviceCondition ownerships(Collection<Ownership> ownerships) {
        return new Known("e.ownership_kind = any(cast({} as text[]))", (Object) names(ownerships));
    }

    /** Returns the devices that belong to Entra in one of these ways. */
    public static DeviceCondition joinTypes(Collection<JoinType> types) {
        return new Known("e.trust_type = any(cast({} as text[]))", (Object)
                types.stream().map(JoinType::trustType).toArray(String[]::new));
    }

    /** Returns the devices that are enabled in Entra, or those that are disabled there. */
    public static DeviceCondition enabled(boolean enabled) {
        return new Known("e.enabled = {}", enabled);
    }

    /** Returns the devices that Entra calls compliant, or noncompliant. */
    public static DeviceCondition compliant(boolean compliant) {
        return new Known("e.compliant = {}", compliant);
    }

    /** Returns the devices of which Entra does not say whether they are compliant. */
    public static DeviceCondition complianceUnknown() {
        return new Known("e.compliant is null");
    }

    /** Returns the devices that Intune has a record of. */
    public static DeviceCondition inIntune() {
        return new Known("e.intune_id is not null");
    }

    /** Returns these devices. */
    public static DeviceCondition objectIds(Collection<UUID> ids) {
        return new Known("e.object_id = any({})", (Object) ids.toArray(UUID[]::new));
    }

    /**
     * Returns the devices that somebody uses, or used last, whose user principal name is one of these. Nearly all devices have one
     * user, whom the index of users finds.
     *
     * @param names in lower case
     */
    public static DeviceCondition userNames(Set<String> names) {
        String[] all = names.toArray(String[]::new);
        return new Any(List.of(
                new Known("e.user_key = any(cast({} as text[]))", (Object) all),
                new Known(
                        "e.users like '%@%@%' and string_to_array(e.users, E'\\n') && cast({} as text[])",
                        (Object) all)));
    }

    /** A text of a device, which is compared with {@link TextPattern patterns}. */
    public enum Text {
        NAME("e.name_key", "e.other_names"),
        SERIAL_NUMBER("e.serial_key", ""),
        USER("", "e.users"),
        MANUFACTURER("", "e.makers"),
        MODEL("", "e.models"),
        VERSION("lower(e.version)", ""),
        REMOVED_BY("e.removed_by", "");

        /** The one text that most devices have; empty where there can be several. */
        private final String one;

        /** Several, each between line feeds; empty where there is one. */
        private final String several;

        Text(String one, String several) {
            this.one = one;
            this.several = several;
        }
    }

    /** Returns the devices of which a text fits one of the patterns. */
    public static DeviceCondition text(Text text, Collection<TextPattern> patterns) {
        return new Any(patterns.stream().flatMap(pattern -> fits(text, pattern)).toList());
    }

    private static Stream<DeviceCondition> fits(Text text, TextPattern pattern) {
        Stream<DeviceCondition> one = text.one.isEmpty() ? Stream.empty() : Stream.of(theOne(text, pattern));
        return text.several.isEmpty() ? one : Stream.concat(one, Stream.of(oneOfSeveral(text, pattern)));
    }

    /** Of what may begin with anything no order helps: names and serial numbers are among what devices are found by, too. */
    private static DeviceCondition theOne(Text text, TextPattern pattern) {
        Known exactly = new Known(text.one + " like lower({})", pattern.like());
        return (text == Text.NAME || text == Text.SERIAL_NUMBER) && pattern.beginsAnyhow()
                ? new Found(new Known("e.search_text like lower({})", pattern.likeBeginning()), exactly)
                : exactly;
    }

    /** What users are called is among what devices are found by, whose index narrows them down first. */
    private static DeviceCondition oneOfSeveral(Text text, TextPattern pattern) {
        Known exactly = pattern.withinLines()
                ? new Known(text.several + " like lower({})", pattern.likeLine())
                : new Known(text.several + " ~ lower({})", pattern.regexLine());
        return text == Text.USER
                ? new Found(new Known("e.search_text like lower({})", pattern.likePart()), exactly)
                : exactly;
    }

    /** Returns the devices of which a text is not known. */
    public static DeviceCondition without(Text text) {
        return new Known((text.one.isEmpty() ? text.several : text.one) + " is null");
    }

    /** Returns the devices with a version that is known and compares so with another, number by number. */
    public static DeviceCondition version(String operator, String version) {
        if (!Set.of("<", "<=", ">", ">=").contains(operator)) {
            throw new IllegalArgumentException("No comparison: " + operator);
        }
        return new Known("e.version_key " + operator + " version_key({})", version);
    }

    /** A time of a device. */
    public enum Time {
        REGISTERED("e.registered"),
        ENROLLED("e.enrolled"),
        REMOVED("e.removed_at"),
        SIGN_IN("e.last_sign_in"),
        SYNC("e.last_sync"),

        /** The later of the last sign-in and the last sync. */
        HEARD("e.heard_at");

        private final String column;

        Time(String column) {
            this.column = column;
        }
    }

    /**
     * Returns the devices with a time that is known and at or after a moment.
     *
     * @param now from which on times lie in the future and mean nothing
     */
    public static DeviceCondition from(Time time, Instant moment, Instant now) {
        return time == Time.HEARD
                ? new All(List.of(
                        compared(time.column, ">=", moment),
                        new Any(List.of(compared(time.column, "<=", now), known(">=", moment, now)))))
                : new All(List.of(compared(time.column, ">=", moment), compared(time.column, "<=", now)));
    }

    /** Returns the devices with a time that is known and before a moment; see {@link #from}. */
    public static DeviceCondition before(Time time, Instant moment, Instant now) {
        return time == Time.HEARD
                ? new Any(List.of(
                        new All(List.of(compared(time.column, "<", moment), compared(time.column, "<=", now))),
                        new All(List.of(compared(time.column, ">", now), known("<", moment, now)))))
                : new All(List.of(compared(time.column, "<", moment), compared(time.column, "<=", now)));
    }

    /** Returns the devices of which a time is not known; see {@link #from}. */
    public static DeviceCondition never(Time time, Instant now) {
        DeviceCondition blank = new Known(time.column + " is null");
        return time == Time.HEARD
                ? new Any(List.of(
                        blank,
                        new All(List.of(
                                compared(time.column, ">", now),
                                new Not(compared("e.last_sign_in", "<=", now)),
                                new Not(compared("e.last_sync", "<=", now))))))
                : new Any(List.of(blank, compared(time.column, ">", now)));
    }

    /** Returns the devices with a time that lies in the future, and means nothing. */
    public static DeviceCondition inFuture(Time time, Instant now) {
        return compared(time.column, ">", now);
    }

    /** Where one of the two times lies in the future, the other one counts. */
    private static DeviceCondition known(String operator, Instant moment, Instant now) {
        return new Known(
                "greatest(case when e.last_sign_in <= {} then e.last_sign_in end, case when e.last_sync <= {} then e.last_sync end) "
                        + operator + " {}",
                stored("<=", now),
                stored("<=", now),
                stored(operator, moment));
    }

    private static DeviceCondition compared(String column, String operator, Instant moment) {
        return new Known(column + " " + operator + " {}", stored(operator, moment));
    }

    /** Returns the moment that what is stored, to the microsecond, compares with in the same way. */
    private static Object stored(String operator, Instant moment) {
        boolean up = operator.equals(">=") || operator.equals("<");
        return Sql.timestamp((up ? moment.plusNanos(999) : moment).truncatedTo(ChronoUnit.MICROS));
    }

    /** Returns the devices whose newest removal from Intune was of one of these sorts. */
    public static DeviceCondition removals(Collection<RemovalEvent.Kind> kinds) {
        return new Known("e.removed_how = any(cast({} as text[]))", (Object) names(kinds));
    }

    /** Returns the devices with one of these IDs, whichever of the three it is, as a search for each of them. */
    public static DeviceCondition ids(Collection<UUID> ids) {
        return new DeviceCondition.Picked(
                new DeviceSubset(true, AnyId.SUBSET, Map.of(AnyId.PARAMETER, ids.toArray(UUID[]::new))));
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
