package org.deviceoffboarding.evaluation.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares the findings of two runs, device by device, by object ID. */
@Repository
class ComparisonRepository {

    private static final String COMPARED = """
             from (
                select object_id,
                    coalesce(after.name, before.name) as name,
                    coalesce(after.platform, before.platform) as platform,
                    before.situation as before_situation,
                    after.situation as after_situation,
                    case when before.object_id is null then 'NEW' when after.object_id is null then 'GONE'
                        else 'UNCHANGED' end as change
                from (select * from finding where run_id = :before) before
                    full join (select * from finding where run_id = :after) after using (object_id)
             ) compared
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "name",
            "platform", "platform",
            "before", "before_situation",
            "after", "after_situation",
            "change", "change");

    private final JdbcClient jdbc;
    private final FilteredTable<ComparedDevice> table;

    ComparisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc,
                COMPARED + " where change = :change",
                SORTABLE,
                "name, object_id",
                ComparisonRepository::toDevice);
    }

    List<ComparedDevice> find(long before, long after, Change change, Pageable page) {
        return table.page(
                FilterParameters.none()
                        .with("before", before)
                        .with("after", after)
                        .with("change", change),
                page);
    }

    Map<Change, Long> count(long before, long after) {
        Map<Change, Long> counts = new EnumMap<>(Change.class);
        List.of(Change.values()).forEach(change -> counts.put(change, 0L));
        jdbc.sql("select change, count(*) as devices" + COMPARED + " group by change")
                .param("before", before)
                .param("after", after)
                .query((ResultSet row) -> {
                    counts.put(Change.valueOf(row.getString("change")), row.getLong("devices"));
                });
        return counts;
    }

    private static ComparedDevice toDevice(ResultSet row, int number) throws SQLException {
        return new ComparedDevice(
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                Platform.valueOf(row.getString("platform")),
                situation(row.getString("before_situation")),
                situation(row.getString("after_situation")));
    }

    private static @Nullable Situation situation(@Nullable String name) {
        return name == null ? null : Situation.valueOf(name);
    }
}
