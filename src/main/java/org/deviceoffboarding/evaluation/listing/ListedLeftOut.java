package org.deviceoffboarding.evaluation.listing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.judging.LeftOutReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables {@code left_out_list} and {@code listed_left_out}: what a run left out, as pages need it, where that is much. Of the result
 * that counts, and the one before, which somebody may still look at.
 */
@Component
@Order(51)
public class ListedLeftOut implements ResultPart {

    private static final String TABLE = "listed_left_out";

    private static final String LISTS = "left_out_list";

    private static final String COLUMNS = "object_id, name_key, platform, reason, situation, search_text";

    private static final String ROWS = """
            select object_id, lower(name) collate "C" as name_key, platform, reason, situation, lower(name || E'\\n' || detail)
            from left_out where run_id = %d
            order by name_key, object_id
            """;

    private static final List<String> INDEXES = List.of(
            "(name_key, object_id)",
            "(platform, name_key, object_id)",
            "(reason, name_key, object_id)",
            "(situation, name_key, object_id)",
            "(object_id)",
            "using gin (search_text gin_trgm_ops)");

    private final JdbcClient jdbc;
    private final ListTables tables;
    private final int few;

    @Autowired
    ListedLeftOut(JdbcClient jdbc, ListTables tables) {
        this(jdbc, tables, IndexedRows.FEW);
    }

    /** @param few a longer list is kept */
    ListedLeftOut(JdbcClient jdbc, ListTables tables, int few) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.few = few;
    }

    /** Returns the table that has what a run left out; there is one only where {@link #totals} says how many these are. */
    public static String table(long runId) {
        return ListTables.of(TABLE, runId);
    }

    /** Returns how many devices a run left out, by reason, if the list is kept; nothing where it is not. */
    public Map<LeftOutReason, Long> totals(long runId) {
        Map<LeftOutReason, Long> totals = new EnumMap<>(LeftOutReason.class);
        jdbc.sql("select reason, devices from left_out_list where run_id = :run")
                .param("run", runId)
                .query(row -> {
                    totals.put(LeftOutReason.valueOf(row.getString("reason")), row.getLong("devices"));
                });
        return totals;
    }

    @Override
    public Prepared prepare(long runId, Consumer<Runnable> held) {
        tables.dropUnknown(TABLE, LISTS);
        held.accept(() -> make(runId));
        if (!totals(runId).isEmpty()) {
            tables.vacuum(TABLE, runId);
        }
        return () -> tables.forgetBefore(LISTS, runId);
    }

    /** In a transaction, so that there is a list only with its table. */
    private void make(long runId) {
        discard(runId);
        int reasons = jdbc.sql("""
                insert into left_out_list (run_id, reason, devices)
                select :run, reason, devices from (
                    select reason, count(*) as devices, sum(count(*)) over () as of_all
                    from left_out where run_id = :run group by reason) counted
                where of_all > :few
                """).param("run", runId).param("few", few).update();
        if (reasons > 0) {
            tables.make(TABLE, runId, COLUMNS, ROWS.formatted(runId), INDEXES);
        }
    }

    /**
     * Drops the tables of runs without a list. What is still read stays until the next run. Not in a transaction.
     *
     * @return whether all of them are gone
     */
    public boolean dropUnknown() {
        return tables.dropUnknown(TABLE, LISTS);
    }

    @Override
    public void discard(long runId) {
        tables.forget(LISTS, runId);
    }
}
