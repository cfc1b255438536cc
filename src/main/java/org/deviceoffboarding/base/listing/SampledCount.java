package org.deviceoffboarding.base.listing;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the rows of a random part of a table, always the same one, to tell about how many match in all of it. What is asked of each row
 * is asked of all its columns at once: the planner, which knows each column alone, is far off where one says much about another.
 */
final class SampledCount {

    /** Blocks of the database, of 8 KiB mostly: some milliseconds' work, whatever is asked of their rows. */
    private static final int LOOKED_AT = 1_500;

    /** Of fewer that match, a part says no more than the planner does. */
    private static final int LEAST = 30;

    private final JdbcClient jdbc;

    SampledCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns how many rows there are about, or exactly where the table is small; nothing where it is no table, or too few match. */
    Optional<RowCount> of(ListedRows rows) {
        long blocks = blocks(rows.table());
        if (blocks == 0) {
            return Optional.empty();
        }
        double share = Math.min(100, 100.0 * LOOKED_AT / blocks);
        long matching = jdbc.sql(String.format(
                        Locale.ROOT,
                        "select count(*) from %s e tablesample system (%.6f) repeatable (1)%s",
                        rows.table(),
                        share,
                        rows.where()))
                .params(rows.parameters())
                .query(Long.class)
                .single();
        if (share == 100) {
            return Optional.of(RowCount.exactly(matching));
        }
        return matching < LEAST ? Optional.empty() : Optional.of(RowCount.about(Math.round(matching * 100 / share)));
    }

    /** Returns how large a table is with all of its parts; 0 where it is none. */
    private long blocks(String table) {
        return jdbc.sql("""
                select coalesce(sum(pg_relation_size(part.oid)), 0) / current_setting('block_size')::int
                from pg_class c join pg_class part
                    on part.oid = c.oid or part.oid in (select relid from pg_partition_tree(c.oid))
                where c.oid = to_regclass(:table) and c.relkind in ('r', 'p')
                """).param("table", table).query(Long.class).single();
    }
}
