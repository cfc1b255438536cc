package org.deviceoffboarding.base;

import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a table that a filter lets through: sorted, page by page, and how many there are. A repository makes one for
 * each of its lists.
 */
public final class FilteredTable<T> {

    private final JdbcClient jdbc;
    private final String columns;
    private final String matching;
    private final Map<String, String> sortable;
    private final String order;
    private final RowMapper<T> rows;

    /**
     * Reads all columns.
     *
     * @param matching the statement from {@code from} on, with the filter's conditions on named parameters; {@code limit} and
     *     {@code offset} are taken
     * @param sortable the properties that a caller may sort by, and their columns; others are refused, so that no text from
     *     outside reaches the statement
     * @param order the columns that come last, so that pages never overlap; also alone where a caller does not sort
     */
    public FilteredTable(
            JdbcClient jdbc, String matching, Map<String, String> sortable, String order, RowMapper<T> rows) {
        this(jdbc, "*", matching, sortable, order, rows);
    }

    private FilteredTable(
            JdbcClient jdbc,
            String columns,
            String matching,
            Map<String, String> sortable,
            String order,
            RowMapper<T> rows) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.matching = matching;
        this.sortable = sortable;
        this.order = order;
        this.rows = rows;
    }

    /** Returns the same table, of which only these columns are read. */
    public FilteredTable<T> reading(String columns) {
        return new FilteredTable<>(jdbc, columns, matching, sortable, order, rows);
    }

    /**
     * Returns a page of the rows that match.
     *
     * @param filter all named parameters of the conditions
     * @throws IllegalArgumentException if the page is sorted by what is not sortable
     */
    public List<T> page(FilterParameters filter, Pageable page) {
        return jdbc.sql("select " + columns + " " + matching + Sql.orderBy(page.getSort(), sortable, order)
                        + " limit :limit offset :offset")
                .params(filter.values())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(rows)
                .list();
    }

    /**
     * Counts all rows that match.
     *
     * @param filter all named parameters of the conditions
     */
    public long count(FilterParameters filter) {
        return jdbc.sql("select count(*) " + matching)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    /** Returns whether rows are in the order of a key where a caller does not sort. */
    boolean isInOrderOf(RowKey<T> key) {
        return key.order().equals(order);
    }

    List<T> first(FilterParameters filter, RowKey<T> key, int limit) {
        return inOrderOf(key, "", filter, FilterParameters.none(), limit);
    }

    /** Returns rows that come behind one that may be gone by now; the conditions must end a {@code where} clause. */
    List<T> behind(FilterParameters filter, RowKey<T> key, T last, int limit) {
        return inOrderOf(key, " and " + key.behind(), filter, key.of(last), limit);
    }

    private List<T> inOrderOf(
            RowKey<T> key, String besides, FilterParameters filter, FilterParameters place, int limit) {
        return jdbc.sql("select " + columns + " " + matching + besides + " order by " + key.order() + " limit :limit")
                .params(filter.values())
                .params(place.values())
                .param("limit", limit)
                .query(rows)
                .list();
    }
}
