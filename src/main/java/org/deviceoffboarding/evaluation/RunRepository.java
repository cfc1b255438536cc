package org.deviceoffboarding.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.execution.RunTable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores new runs, and shows them all. */
@Repository
class RunRepository {

    private final JdbcClient jdbc;
    private final FilteredTable<Run> table;
    private final ExportedTable<Run> exported;

    RunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                        jdbc, "from evaluation_run where removed_at is null", Map.of(), "id desc", RunTable::read)
                .reading(RunTable.COLUMNS);
        this.exported = new ExportedTable<>(table, RowKey.descending("id", Run::id));
    }

    /** Stores how many suggestions the run makes. */
    void recordSuggestions(long id, int suggestions) {
        jdbc.sql("update evaluation_run set suggestions = :suggestions where id = :id")
                .param("id", id)
                .param("suggestions", suggestions)
                .update();
    }

    /** Returns a run, also one that was removed with its agent. */
    Optional<Run> get(long id) {
        return jdbc.sql("select " + RunTable.COLUMNS + " from evaluation_run where id = :id")
                .param("id", id)
                .query(RunTable::read)
                .optional();
    }

    /** Returns when a run was removed with its agent; nothing if it was not. */
    Optional<Instant> removedAt(long id) {
        return jdbc.sql("select removed_at from evaluation_run where id = :id and removed_at is not null")
                .param("id", id)
                .query((row, number) -> Sql.instant(row, "removed_at"))
                .optional();
    }

    /** Returns whether a run kept how devices hang together with Intune. */
    boolean knowsLinks(long id) {
        return jdbc.sql("select exists (select from evaluation_run where id = :id and links_known)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Returns the newest completed run at a time, by when its result began to count. */
    Optional<Run> completedAt(Instant at) {
        return jdbc.sql(
                        "select " + RunTable.COLUMNS
                                + " from evaluation_run where status = 'COMPLETED' and removed_at is null and finished_at <= :at order by id desc limit 1")
                .param("at", Sql.timestamp(at))
                .query(RunTable::read)
                .optional();
    }

    /** Returns the newest run, or the newest of one status. */
    Optional<Run> newest(RunStatus... statuses) {
        return jdbc.sql(
                        "select " + RunTable.COLUMNS
                                + " from evaluation_run where status in (:statuses) and removed_at is null order by id desc limit 1")
                .param("statuses", List.of(statuses).stream().map(Enum::name).toList())
                .query(RunTable::read)
                .optional();
    }

    /** Returns completed runs before one whose results are kept, the newest first. */
    List<Run> completedBefore(long id, int limit) {
        return jdbc.sql("select " + RunTable.COLUMNS
                        + " from evaluation_run where status = 'COMPLETED' and forgotten_at is null and id < :id"
                        + " order by id desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(RunTable::read)
                .list();
    }

    /** Returns how fast the last five runs before one went; nothing where none went through without being interrupted. */
    Optional<RunPace> paceBefore(long id) {
        return jdbc.sql("""
                select sum(extract(epoch from read_at - started_at)) / greatest(1, sum(entra_devices + managed_devices)) as read,
                    sum(extract(epoch from judged_at - read_at)) / greatest(1, sum(judged)) as judge,
                    sum(extract(epoch from r.confirmed_at - judged_at)) / greatest(1, sum(confirmed)) as confirm,
                    avg(extract(epoch from finished_at - r.confirmed_at)) as suggest,
                    (array_agg(entra_devices + managed_devices order by id desc))[1] as devices_read,
                    (array_agg(entra_devices order by id desc))[1] as entra_devices,
                    (array_agg(to_confirm order by id desc))[1] as to_confirm
                from (select * from evaluation_run
                      where status = 'COMPLETED' and removed_at is null and id < :id and restarts = 0 and started_at is not null
                        and judged_at is not null and confirmed_at is not null
                      order by id desc limit 5) r
                having count(*) > 0
                """)
                .param("id", id)
                .query((row, number) -> new RunPace(
                        row.getDouble("read"),
                        row.getDouble("judge"),
                        row.getDouble("confirm"),
                        row.getDouble("suggest"),
                        row.getLong("devices_read"),
                        row.getLong("entra_devices"),
                        row.getLong("to_confirm")))
                .optional();
    }

    /** Returns runs, the newest first. */
    List<Run> find(Pageable page) {
        return table.page(FilterParameters.none(), page);
    }

    long count() {
        return table.count(FilterParameters.none());
    }

    ExportPage<String, Run> export() {
        return exported.first("", FilterParameters.none(), Sort.unsorted());
    }

    ExportPage<String, Run> export(ExportPage<String, Run> before) {
        return exported.next(before, FilterParameters.none());
    }
}
