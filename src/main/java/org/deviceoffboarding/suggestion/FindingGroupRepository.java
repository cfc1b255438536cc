package org.deviceoffboarding.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.inventory.criterion.MarkCount;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups and counts the findings of a run, in one pass of the database over them. Only reads what is evaluation's. */
@Repository
class FindingGroupRepository {

    private static final String THERE = "f.run_id = :run and f.portal_change is distinct from 'DELETED'";

    /** Findings that the rules and the words tell nothing apart of are counted together first: they are few sorts, however many findings. */
    private static final String OF_FINDINGS = """
            with sort as materialized (
                select f.situation, f.platform, f.ownership, f.kind_group, f.join_type, f.removal, f.link_state, f.enabled,
                       f.compliant, f.last_sign_in is null as never_signed_in,
                       f.last_sign_in > f.removed_at as signed_in_afterwards, count(*) as devices
                from flagged_device f where %s
                group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
            """;

    private static final String OF_DEVICES = """
            with counted as materialized (
                select f.sort, count(*) as devices
                from (%1$s) asked left join flagged_device f on f.object_id = asked.object_id and f.sort is not null and %2$s
                group by f.sort),
            sort as (select %3$s, devices from counted)
            """;

    private static final String OF_COUNTED = """
            with sort as (
                select %s, devices
                from (select sort::integer as sort, devices from unnest(cast(:sorts as bigint[]), cast(:devices as bigint[])) each (sort, devices)) counted)
            """;

    /** From here on marks are of devices that the portal deleted, see {@code packed_device.mark}. */
    private static final int DELETED = 1 << 30;

    private final JdbcClient jdbc;

    FindingGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FindingGroup> groups(long runId) {
        return select(OF_FINDINGS.formatted(THERE))
                .param("run", runId)
                .query(FindingGroupRepository::toGroup)
                .list();
    }

    /** Returns the devices of one suggestion that are there still, counted as they are now; nothing where all are gone. */
    Optional<FindingGroup> group(Suggestion suggestion) {
        return select(OF_FINDINGS.formatted(THERE + """
                         and (situation, platform, ownership, kind_group) = (:situation, :platform, :ownership, :group)
                        """))
                .param("run", suggestion.runId())
                .param("situation", suggestion.situation().name())
                .param("platform", suggestion.platform().name())
                .param("ownership", suggestion.ownership().name())
                .param("group", suggestion.group().name())
                .query(FindingGroupRepository::toGroup)
                .optional();
    }

    /**
     * Counts these devices, and returns those among them that are flagged and there still, counted as they are now: finds them once.
     * Of a run whose copy of the tenant is kept.
     */
    AskedGroups among(long runId, DeviceSubset devices) {
        if (!devices.inside()) {
            throw new IllegalArgumentException("All but some of the devices: it is not known which there are");
        }
        return counted(select(OF_DEVICES.formatted(devices.objectIds(), THERE, PackedSort.COLUMNS))
                .param("run", runId)
                .params(devices.parameters()));
    }

    /** Returns the same of devices that are counted by what the result says of them. Those that the portal deleted are not there. */
    AskedGroups among(List<MarkCount> devices) {
        Long[] sorts = devices.stream()
                .map(MarkCount::mark)
                .map(mark -> mark == null || mark >= DELETED ? null : Long.valueOf(mark))
                .toArray(Long[]::new);
        return counted(select(OF_COUNTED.formatted(PackedSort.COLUMNS))
                .param("sorts", sorts)
                .param("devices", devices.stream().map(MarkCount::devices).toArray(Long[]::new)));
    }

    private static AskedGroups counted(JdbcClient.StatementSpec devices) {
        AskedGroups.Counting counting = new AskedGroups.Counting();
        devices.query(row -> {
            if (row.getString("situation") == null) {
                counting.others(row.getLong("devices"));
            } else {
                counting.add(toAsked(row));
            }
        });
        return counting.groups();
    }

    private static AskedGroup toAsked(ResultSet row) throws SQLException {
        return new AskedGroup(
                toGroup(row, row.getRow()), row.getInt("joined"), row.getInt("registered"), row.getInt("hybrid"));
    }

    private JdbcClient.StatementSpec select(String sorts) {
        String counts = Arrays.stream(RemovalEvent.Kind.values())
                        .map(kind -> counted("removal = '" + kind.name() + "'", column(kind)))
                        .collect(Collectors.joining())
                + Arrays.stream(FactorRule.values())
                        .map(rule -> counted(rule.condition(), column(rule)))
                        .collect(Collectors.joining())
                + counted("join_type ilike 'AzureAd'", "joined")
                + counted("join_type ilike 'Workplace'", "registered")
                + counted("join_type ilike 'ServerAd'", "hybrid");
        return jdbc.sql(
                sorts + "select situation, platform, ownership, kind_group, sum(devices) as devices" + counts + """
                 from sort
                 group by situation, platform, ownership, kind_group
                order by situation, platform, ownership, kind_group
                """);
    }

    private static String counted(String condition, String column) {
        return ", sum(devices) filter (where " + condition + ") as " + column;
    }

    private static String column(Enum<?> counted) {
        String sort = counted instanceof FactorRule ? "factor_" : "removal_";
        return sort + counted.ordinal();
    }

    private static FindingGroup toGroup(ResultSet row, int number) throws SQLException {
        return new FindingGroup(
                Situation.valueOf(row.getString("situation")),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership")),
                KindGroup.valueOf(row.getString("kind_group")),
                row.getInt("devices"),
                counts(row, RemovalEvent.Kind.class),
                counts(row, FactorRule.class));
    }

    private static <E extends Enum<E>> Map<E, Integer> counts(ResultSet row, Class<E> type) throws SQLException {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            int count = row.getInt(column(constant));
            if (count > 0) {
                counts.put(constant, count);
            }
        }
        return counts;
    }
}
