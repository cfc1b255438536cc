package org.deviceoffboarding.base;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * The rows of a table that a filter lets through, to be taken away whole while others change it. A short list
 * comes at once: all of one moment, and sorted as is asked. A longer one comes part by part, see {@link ExportParts}, in the order of
 * its key, each part a statement of its own: what is there from the first part to the last comes once, whatever comes, goes or
 * changes meanwhile. A repository makes one for each of its lists.
 */
public final class ExportedTable<T> {

    private final FilteredTable<T> table;
    private final RowKey<T> key;
    private final ExportParts parts;

    public ExportedTable(FilteredTable<T> table, RowKey<T> key) {
        this(table, key, ExportParts.USUAL);
    }

    ExportedTable(FilteredTable<T> table, RowKey<T> key, ExportParts parts) {
        this.table = table;
        this.key = key;
        this.parts = parts;
    }

    /**
     * Returns the first part.
     *
     * @param of what the filter picks, which the next parts are asked for by
     * @param filter all named parameters of the conditions
     * @throws IllegalArgumentException if it is sorted by what is not sortable
     */
    public <F> ExportPage<F, T> first(F of, FilterParameters filter, Sort sort) {
        return parts.first(
                of,
                sort.isUnsorted() && table.isInOrderOf(key),
                most -> table.page(filter, PageRequest.of(0, most, sort)),
                most -> table.first(filter, key, most));
    }

    /** Returns the part that follows another one. */
    public <F> ExportPage<F, T> next(ExportPage<F, T> before, FilterParameters filter) {
        return parts.part(before.of(), most -> table.behind(filter, key, before.last(), most));
    }
}
