package org.deviceoffboarding.base;

import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * The rows of a table that a filter lets through, to be taken away whole while others change it. A list of up to
 * {@value #FEW} rows comes at once: all of one moment, and sorted as is asked. A longer one comes part by part in the order of
 * its key, each part a statement of its own: what is there from the first part to the last comes once, whatever comes, goes or
 * changes meanwhile. A repository makes one for each of its lists.
 */
public final class ExportedTable<T> {

    public static final int FEW = 10_000;

    public static final int AT_ONCE = 1_000;

    private final FilteredTable<T> table;
    private final RowKey<T> key;
    private final int few;
    private final int atOnce;

    public ExportedTable(FilteredTable<T> table, RowKey<T> key) {
        this(table, key, FEW, AT_ONCE);
    }

    /** @param few how many come at once at most, {@code atOnce} how many in each part else */
    ExportedTable(FilteredTable<T> table, RowKey<T> key, int few, int atOnce) {
        this.table = table;
        this.key = key;
        this.few = few;
        this.atOnce = atOnce;
    }

    /**
     * Returns the first part.
     *
     * @param of what the filter picks, which the next parts are asked for by
     * @param filter all named parameters of the conditions
     * @throws IllegalArgumentException if it is sorted by what is not sortable
     */
    public <F> ExportPage<F, T> first(F of, FilterParameters filter, Sort sort) {
        if (sort.isSorted() || !table.isInOrderOf(key)) {
            List<T> rows = table.page(filter, PageRequest.of(0, few + 1, sort));
            if (rows.size() <= few) {
                return ExportPage.whole(of, rows);
            }
        }
        return part(of, table.first(filter, key, atOnce));
    }

    /** Returns the part that follows another one. */
    public <F> ExportPage<F, T> next(ExportPage<F, T> before, FilterParameters filter) {
        return part(before.of(), table.behind(filter, key, before.last(), atOnce));
    }

    private <F> ExportPage<F, T> part(F of, List<T> rows) {
        return new ExportPage<>(of, rows, rows.size() == atOnce);
    }
}
