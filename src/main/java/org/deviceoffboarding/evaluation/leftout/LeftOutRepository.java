package org.deviceoffboarding.evaluation.leftout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.PortalWords;
import org.deviceoffboarding.evaluation.execution.FindingTable;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows which devices a run left out. */
@Repository
class LeftOutRepository {

    private static final String MATCHES = """
             from left_out
            where run_id = :run
              and (:text = '' or name ilike :pattern or detail ilike :pattern or object_id = cast(:guid as uuid))
              and (cast(:reason as text) is null or reason = :reason)
              and (cast(:situation as text) is null or situation = :situation)
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE =
            Map.of("name", "name", "platform", "platform", "reason", "reason", "situation", "situation");

    private final JdbcClient jdbc;
    private final FilteredTable<LeftOutDevice> table;

    LeftOutRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table =
                new FilteredTable<>(jdbc, MATCHES, SORTABLE, "reason, name, object_id", LeftOutRepository::toDevice);
    }

    List<LeftOutDevice> find(long runId, LeftOutFilter filter, Pageable page) {
        return table.page(parameters(runId, filter), page);
    }

    long count(long runId, LeftOutFilter filter) {
        return table.count(parameters(runId, filter));
    }

    Optional<LeftOutDevice> get(long runId, UUID objectId) {
        return jdbc.sql("select * from left_out where run_id = :run and object_id = :object")
                .param("run", runId)
                .param("object", objectId)
                .query(LeftOutRepository::toDevice)
                .optional();
    }

    Map<LeftOutReason, Long> countByReason(long runId) {
        Map<LeftOutReason, Long> counts = new EnumMap<>(LeftOutReason.class);
        jdbc.sql("select reason, count(*) as devices from left_out where run_id = :run group by reason")
                .param("run", runId)
                .query(row -> {
                    counts.put(LeftOutReason.valueOf(row.getString("reason")), row.getLong("devices"));
                });
        return counts;
    }

    private static FilterParameters parameters(long runId, LeftOutFilter filter) {
        return FilterParameters.search(filter.text())
                .with("run", runId)
                .with("guid", Guids.parse(filter.text()))
                .with("reason", filter.reason())
                .with("situation", filter.situation());
    }

    private static LeftOutDevice toDevice(ResultSet row, int number) throws SQLException {
        return new LeftOutDevice(
                row.getLong("run_id"),
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                Platform.valueOf(row.getString("platform")),
                LeftOutReason.valueOf(row.getString("reason")),
                Situation.valueOf(row.getString("situation")),
                PortalWords.behind(row.getString("detail"), FindingTable.change(row)),
                constant(Ownership.class, row.getString("ownership")),
                constant(KindGroup.class, row.getString("kind_group")),
                row.getString("instruction"),
                FindingTable.change(row));
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
