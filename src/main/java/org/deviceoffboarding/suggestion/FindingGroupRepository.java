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
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups and counts the findings of a run, in one pass of the database over them. Only reads what is evaluation's. */
@Repository
class FindingGroupRepository {

    private final JdbcClient jdbc;

    FindingGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FindingGroup> groups(long runId) {
        return select(runId, "").query(FindingGroupRepository::toGroup).list();
    }

    /** Returns the devices of one suggestion that are there still, counted as they are now; nothing where all are gone. */
    Optional<FindingGroup> group(Suggestion suggestion) {
        return select(suggestion.runId(), """
                 and (situation, platform, ownership, kind_group) = (:situation, :platform, :ownership, :group)
                """)
                .param("situation", suggestion.situation().name())
                .param("platform", suggestion.platform().name())
                .param("ownership", suggestion.ownership().name())
                .param("group", suggestion.group().name())
                .query(FindingGroupRepository::toGroup)
                .optional();
    }

    /** Returns those among these devices that are flagged and there still, counted as they are now. */
    List<AskedGroup> among(long runId, DeviceSubset devices) {
        return select(
                        runId,
                        " and " + (devices.inside() ? "" : "not ") + "exists (select from (" + devices.objectIds()
                                + ") asked where asked.object_id = flagged_device.object_id)")
                .params(devices.parameters())
                .query((row, number) -> new AskedGroup(
                        toGroup(row, number), row.getInt("joined"), row.getInt("registered"), row.getInt("hybrid")))
                .list();
    }

    private JdbcClient.StatementSpec select(long runId, String narrower) {
        String counts = Arrays.stream(RemovalEvent.Kind.values())
                        .map(kind -> counted("removal = '" + kind.name() + "'", column(kind)))
                        .collect(Collectors.joining())
                + Arrays.stream(FactorRule.values())
                        .map(rule -> counted(rule.condition(), column(rule)))
                        .collect(Collectors.joining())
                + counted("join_type ilike 'AzureAd'", "joined")
                + counted("join_type ilike 'Workplace'", "registered")
                + counted("join_type ilike 'ServerAd'", "hybrid");
        return jdbc.sql("select situation, platform, ownership, kind_group, count(*) as devices" + counts + """
                 from flagged_device
                where run_id = :run and portal_change is distinct from 'DELETED'
                """
                        + narrower + """
                 group by situation, platform, ownership, kind_group
                order by situation, platform, ownership, kind_group
                """)
                .param("run", runId);
    }

    private static String counted(String condition, String column) {
        return ", count(*) filter (where " + condition + ") as " + column;
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
