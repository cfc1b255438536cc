package org.deviceoffboarding.evaluation.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
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

    /** The same, beginning at each device of one of the runs, so that it can be read on from any of them. */
    private static final String ONE_BY_ONE = """
             from finding f
                left join finding b on b.run_id = :before and b.object_id = f.object_id
                left join finding a on a.run_id = :after and a.object_id = f.object_id
            where f.run_id = :listed
              and (b.object_id is not null) = :inBefore and (a.object_id is not null) = :inAfter
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
    private final ExportedTable<ComparedDevice> exported;

    ComparisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc,
                COMPARED + " where change = :change",
                SORTABLE,
                "name, object_id",
                ComparisonRepository::toDevice);
        this.exported = new ExportedTable<>(
                new FilteredTable<>(jdbc, ONE_BY_ONE, SORTABLE, "name, object_id", ComparisonRepository::toDevice)
                        .reading(
                                "f.object_id, f.name, f.platform, b.situation as before_situation, a.situation as after_situation, f.run_id as change"),
                RowKey.ascending("f.object_id", ComparedDevice::objectId));
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

    ExportPage<ComparedRuns, ComparedDevice> export(ComparedRuns runs, Sort sort) {
        return exported.first(runs, oneByOne(runs), sort);
    }

    ExportPage<ComparedRuns, ComparedDevice> export(ExportPage<ComparedRuns, ComparedDevice> before) {
        return exported.next(before, oneByOne(before.of()));
    }

    private static FilterParameters oneByOne(ComparedRuns runs) {
        return FilterParameters.none()
                .with("before", runs.before())
                .with("after", runs.after())
                .with("listed", runs.change() == Change.GONE ? runs.before() : runs.after())
                .with("inBefore", runs.change() != Change.NEW)
                .with("inAfter", runs.change() != Change.GONE);
    }
}
