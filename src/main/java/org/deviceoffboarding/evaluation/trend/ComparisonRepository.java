package org.deviceoffboarding.evaluation.trend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Each reads of one run what the other does not need: keys alone, but for the devices that are shown. */
    private static final Map<Change, String> COMPARED =
            Map.of(Change.NEW, """
             from (
                select object_id, name, platform, cast(null as text) as before_situation, situation as after_situation
                from finding after
                where run_id = :after and not exists (
                    select from finding before where before.run_id = :before and before.object_id = after.object_id)
             ) compared
            """, Change.GONE, """
             from (
                select object_id, name, platform, situation as before_situation, cast(null as text) as after_situation
                from finding before
                where run_id = :before and not exists (
                    select from finding after where after.run_id = :after and after.object_id = before.object_id)
             ) compared
            """, Change.UNCHANGED, """
             from (
                select object_id, after.name, after.platform, before.situation as before_situation,
                    after.situation as after_situation
                from finding after join finding before using (object_id)
                where after.run_id = :after and before.run_id = :before
             ) compared
            """);

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
            "after", "after_situation");

    private final JdbcClient jdbc;
    private final ExportedTable<ComparedDevice> exported;
    private final Map<Change, FilteredTable<ComparedDevice>> tables = new EnumMap<>(Change.class);

    ComparisonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        COMPARED.forEach((change, compared) -> tables.put(
                change,
                new FilteredTable<>(jdbc, compared, SORTABLE, "name, object_id", ComparisonRepository::toDevice)));
        this.exported = new ExportedTable<>(
                new FilteredTable<>(jdbc, ONE_BY_ONE, SORTABLE, "name, object_id", ComparisonRepository::toDevice)
                        .reading(
                                "f.object_id, f.name, f.platform, b.situation as before_situation, a.situation as after_situation"),
                RowKey.ascending("f.object_id", ComparedDevice::objectId));
    }

    List<ComparedDevice> find(long before, long after, Change change, Pageable page) {
        return table(change).page(runs(before, after), page);
    }

    /** Counts each run's findings and those of both, by their keys alone. */
    Map<Change, Long> count(long before, long after) {
        long unchanged = jdbc.sql("""
                select count(*) from finding after join finding before using (object_id)
                where after.run_id = :after and before.run_id = :before
                """)
                .param("before", before)
                .param("after", after)
                .query(Long.class)
                .single();
        return new EnumMap<>(Map.of(
                Change.NEW, all(after) - unchanged, Change.GONE, all(before) - unchanged, Change.UNCHANGED, unchanged));
    }

    private long all(long run) {
        return jdbc.sql("select count(*) from finding where run_id = :run")
                .param("run", run)
                .query(Long.class)
                .single();
    }

    private FilteredTable<ComparedDevice> table(Change change) {
        return Objects.requireNonNull(tables.get(change));
    }

    private static FilterParameters runs(long before, long after) {
        return FilterParameters.none().with("before", before).with("after", after);
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
