package org.deviceoffboarding.inventory.list;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;

/** What {@code packed_device} has of {@code listed_device}: what is said of a listed device {@code e} holds of its packed row. */
final class PackedColumns {

    private static final Set<String> COLUMNS = Set.of(
            "object_id",
            "intune_id",
            "enabled",
            "compliant",
            "last_sign_in",
            "last_sync",
            "heard_at",
            "registered",
            "enrolled",
            "removed_at",
            "platform",
            "ownership_kind",
            "trust_type",
            "name_key",
            "removed_how",
            "version",
            "makers",
            "models",
            "removed_by",
            "other_names");

    /** Of these less is packed: only whether there is one, and in lower case. */
    private static final Set<String> CHANGED = Set.of("intune_id", "version");

    /** Whether there is what the list has. */
    private static final Set<String> WHETHER = Set.of("in_intune", "has_user");

    private static final String OTHER_NAMES = "e.other_names";

    /** What is written with so many characters is in few texts. */
    private static final int RARE = 4;

    private static final Pattern WILD = Pattern.compile("[%_\\\\]");
    private static final Pattern COLUMN = Pattern.compile("\\be\\.(\\w+)");

    private PackedColumns() {}

    /** Returns whether an order by these columns is one of the packed rows, too. */
    static boolean areOrdered(Collection<String> columns) {
        return columns.stream().allMatch(column -> COLUMNS.contains(column) && !CHANGED.contains(column));
    }

    /** Returns whether all that an expression on a listed device reads is packed. */
    static boolean have(String sql) {
        String read = of(sql);
        Matcher columns = COLUMN.matcher(read);
        while (columns.find()) {
            String column = columns.group(1);
            boolean asPacked = WHETHER.contains(column) || !read.equals(sql) && column.equals("version");
            if (!asPacked && (!COLUMNS.contains(column) || CHANGED.contains(column))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the same expression on the packed row. */
    static String of(String sql) {
        return sql.replace("lower(e.version)", "e.version")
                .replace("e.intune_id is not null", "e.in_intune")
                .replace("e.intune_id is null", "not e.in_intune")
                .replace("e.users is not null", "e.has_user")
                .replace("e.users is null", "not e.has_user");
    }

    /** Returns whether nothing of a condition is packed, so that all of it is looked up among the listed devices at once. */
    static boolean lack(DeviceCondition condition) {
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> lackAll(parts);
            case DeviceCondition.Any(List<DeviceCondition> parts) -> lackAll(parts) || areRare(parts);
            case DeviceCondition.Not _, DeviceCondition.Picked _ -> false;
            case DeviceCondition.Known known -> !have(known.sql());
            case DeviceCondition.Found found -> !have(found.exactly().sql()) || isRare(found);
        };
    }

    /** Returns whether an index finds what is in a text of the device sooner than a pass over all. */
    static boolean isRare(DeviceCondition.Found found) {
        return found.by().values().stream()
                .anyMatch(value -> value instanceof String pattern
                        && WILD.splitAsStream(pattern.strip()).anyMatch(part -> part.length() >= RARE));
    }

    /** Texts of which one may fit, and each of them has an index. */
    private static boolean areRare(List<DeviceCondition> parts) {
        return parts.stream().anyMatch(DeviceCondition.Found.class::isInstance)
                && parts.stream()
                        .allMatch(part -> part instanceof DeviceCondition.Known known
                                        && known.sql().contains(OTHER_NAMES)
                                || part instanceof DeviceCondition.Found found && isRare(found));
    }

    private static boolean lackAll(List<DeviceCondition> parts) {
        return !parts.isEmpty() && parts.stream().allMatch(PackedColumns::lack);
    }
}
