package org.deviceoffboarding.base.listing;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.RowKey;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads pages of long lists. Few rows that match are sorted; where many do, an index has them in order, and alone answers for what is
 * passed over: from the list's end where that is nearer. Whole rows are looked up for the page only.
 */
public final class IndexedRows<T> {

    /** So many are sorted faster than they are picked out of an order. */
    public static final int FEW = 20_000;

    private static final Pattern ESTIMATE = Pattern.compile("\\brows=(\\d+)");

    private final JdbcClient jdbc;
    private final int few;
    private final RowMapper<T> mapper;

    /** @param few how many are sorted at most; what is found does not depend on it */
    public IndexedRows(JdbcClient jdbc, int few, RowMapper<T> mapper) {
        this.jdbc = jdbc;
        this.few = few;
        this.mapper = mapper;
    }

    /** Returns a page in an order; what the page itself asks for is not looked at. */
    public List<T> page(ListedRows rows, RowOrder order, Pageable page) {
        return page(rows, order, page.getPageSize(), page.getOffset());
    }

    /** Returns a page in an order. */
    public List<T> page(ListedRows rows, RowOrder order, int limit, long offset) {
        if (rows.narrowed()) {
            List<T> found = few(rows, order, limit, offset);
            if (found != null) {
                return found;
            }
        }
        long total = rows.total().orElse(Long.MAX_VALUE);
        if (offset < total / 2) {
            return read(rows, order, false, limit, offset);
        }
        int size = (int) Math.min(limit, total - offset);
        return size <= 0
                ? List.of()
                : read(rows, order.reversed(), true, size, total - offset - size)
                        .reversed();
    }

    /** Returns the keys of the first rows in an order, at most so many. */
    public List<UUID> keys(ListedRows rows, RowOrder order, int most) {
        return jdbc.sql("select e.%s from %s e%s%s limit :limit"
                        .formatted(rows.key(), rows.table(), rows.where(), order.clauseWithBlanksLast()))
                .params(rows.parameters())
                .param("limit", most)
                .query(UUID.class)
                .list();
    }

    /** Returns the first rows in the order of a key, or those behind one that may be gone by now. */
    List<T> behind(ListedRows rows, RowKey<T> key, @Nullable T last, int limit) {
        FilterParameters place = last == null ? FilterParameters.none() : key.of(last);
        return jdbc.sql(
                        "select w.* from (select e.* from %1$s e%2$s%3$s order by %4$s limit :limit) e join %5$s order by %4$s"
                                .formatted(
                                        rows.table(),
                                        rows.where(),
                                        last == null ? "" : " and " + key.behind("e"),
                                        key.order("e"),
                                        rows.whole()))
                .params(rows.parameters())
                .params(place.values())
                .param("limit", limit)
                .query(mapper)
                .list();
    }

    /** Returns how many rows there are: exactly where they are not many more than anybody looks through, else as a part of the table has it. */
    public RowCount count(ListedRows rows) {
        if (rows.total().isPresent()) {
            return RowCount.exactly(rows.total().getAsLong());
        }
        long counted = number(
                rows,
                "select count(*) from (select from %s e%s limit %d) counted"
                        .formatted(rows.table(), rows.where(), RowCount.COUNTED + 1));
        return counted <= RowCount.COUNTED
                ? RowCount.exactly(counted)
                : new SampledCount(jdbc).of(rows).orElseGet(() -> RowCount.about(estimate(rows)));
    }

    /** Counts them all, however long that takes. */
    public long countAll(ListedRows rows) {
        return rows.total().orElseGet(() -> countAll(rows, ""));
    }

    /** Returns how many rows the planner of the database expects, by what it knows of the table's columns. */
    public long estimate(ListedRows rows) {
        String plan = jdbc.sql("explain select from " + rows.table() + " e" + rows.where())
                .params(rows.parameters())
                .query(String.class)
                .list()
                .getFirst();
        Matcher estimate = ESTIMATE.matcher(plan);
        return estimate.find() ? Long.parseLong(estimate.group(1)) : 0;
    }

    /** Returns a page of those that match, or null where more than a few do. */
    public @Nullable List<T> few(ListedRows rows, RowOrder order, int limit, long offset) {
        List<T> found = new ArrayList<>();
        boolean[] many = new boolean[1];
        jdbc.sql("""
                with matching as materialized (select %1$s from %2$s e%3$s limit %4$d),
                    counted as (select count(*) >= %4$d as many from matching)
                select counted.many, w.*
                from counted
                    left join lateral (
                        select e.* from matching e where not counted.many%5$s limit :limit offset :offset) e on true
                    left join %6$s%5$s
                """.formatted(
                                order.columns(),
                                rows.table(),
                                rows.where(),
                                few + 1,
                                order.clauseWithBlanksLast(),
                                rows.whole()))
                .params(rows.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((ResultSet row) -> {
                    many[0] = row.getBoolean("many");
                    if (row.getObject(rows.key()) != null) {
                        found.add(mapper.mapRow(row, row.getRow()));
                    }
                });
        return many[0] ? null : found;
    }

    /** @param blanksFirst whether rows without a value are wanted first */
    private List<T> read(ListedRows rows, RowOrder order, boolean blanksFirst, int limit, long offset) {
        if (order.isAsInIndex(blanksFirst)) {
            return walk(rows, order, "", limit, offset);
        }
        String first = blanksFirst ? order.blank() : order.known();
        List<T> found = new ArrayList<>(walk(rows, order, first, limit, offset));
        if (found.size() < limit) {
            long before = found.isEmpty() ? countAll(rows, first) : offset + found.size();
            String second = blanksFirst ? order.known() : order.blank();
            found.addAll(walk(rows, order, second, limit - found.size(), Math.max(0, offset - before)));
        }
        return found;
    }

    private List<T> walk(ListedRows rows, RowOrder order, String besides, int limit, long offset) {
        return jdbc.sql("""
                select w.* from (select %1$s from %2$s e%3$s%4$s%5$s limit :limit offset :offset) e join %6$s%5$s
                """.formatted(
                                order.columns(), rows.table(), rows.where(), besides, order.clause(), rows.whole()))
                .params(rows.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query(mapper)
                .list();
    }

    private long countAll(ListedRows rows, String besides) {
        return number(rows, "select count(*) from " + rows.table() + " e" + rows.where() + besides);
    }

    private long number(ListedRows rows, String sql) {
        return jdbc.sql(sql).params(rows.parameters()).query(Long.class).single();
    }
}
