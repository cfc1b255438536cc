package org.deviceoffboarding.audit.judged;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What counts of a table that is only added to, and to which whoever has got hold of the portal's role may have added as much as they
 * like. Each row is judged once, and what counts is remembered: rows of others take a bounded effort, and never the place of one that
 * counts. Where the database is another than before, as after a backup was restored, or is judged by something else, all are judged anew.
 * For several threads.
 *
 * @param <R> a row
 * @param <K> what is remembered of one that counts; equal ones are remembered once
 */
public final class JudgedRows<R, K> {

    /** So far behind the last a row may be that was stored before it and committed after it. */
    private static final int LATE = 1_000;

    /** So many times as many rows as are read at once are judged when it is asked. */
    private static final int PARTS = 10;

    private final JdbcClient jdbc;
    private final JudgedTable table;
    private final RowMapper<R> reader;
    private final int most;
    private final AtomicReference<Judged<K>> judged;

    /**
     * Says which of some rows count. It is given them in their order, and returns what is to be remembered in the same.
     *
     * @param <R> a row
     * @param <K> what is remembered of one that counts
     */
    @FunctionalInterface
    public interface Judge<R, K> {

        /** Returns what counts of some rows. */
        List<K> counting(List<R> rows);
    }

    /** @param most how many rows are read at once */
    public JudgedRows(JdbcClient jdbc, JudgedTable table, RowMapper<R> reader, int most) {
        this.jdbc = jdbc;
        this.table = table;
        this.reader = reader;
        this.most = most;
        this.judged = new AtomicReference<>(Judged.none(List.of()));
    }

    /**
     * Returns what counts, in the order of storing, as far as it was looked at: where somebody added more than is read at once, the newest
     * rows and those that were not looked at for the longest are judged now, and the others when it is asked again.
     *
     * @param basis by what it is judged, as the keys that are known
     */
    public List<K> counting(List<?> basis, Judge<R, K> judge) {
        Judged<K> before = judged.get();
        Judged<K> from = before.basis().equals(basis) && isThere(before) ? before : Judged.none(basis);
        Judged<K> now = from;
        boolean all = false;
        for (int part = 0; part < PARTS && !all; part++) {
            List<Row<R>> next = behind(now);
            all = next.size() < most;
            now = next.isEmpty() ? now : now.with(next, judge.counting(values(next)), LATE);
        }
        judged.compareAndSet(before, now);
        return all ? now.kept() : now.and(judge.counting(values(newest(now))));
    }

    private static <R> List<R> values(List<Row<R>> rows) {
        return rows.stream().map(Row::value).toList();
    }

    private boolean isThere(Judged<K> before) {
        return before.last() == 0
                || jdbc.sql(table.version())
                        .param("id", before.last())
                        .query(String.class)
                        .optional()
                        .filter(before.version()::equals)
                        .isPresent();
    }

    private List<Row<R>> behind(Judged<K> before) {
        return jdbc.sql(table.behind())
                .param("after", before.last() - LATE)
                .param("but", before.late().toArray(Long[]::new))
                .param("most", most)
                .query(this::read)
                .list();
    }

    private List<Row<R>> newest(Judged<K> now) {
        List<Row<R>> newest = new ArrayList<>(jdbc.sql(table.newest())
                .param("after", now.last())
                .param("most", most)
                .query(this::read)
                .list());
        return newest.reversed();
    }

    private Row<R> read(ResultSet row, int number) throws SQLException {
        return new Row<>(row.getLong("judged_id"), row.getString("judged_version"), reader.mapRow(row, number));
    }
}
