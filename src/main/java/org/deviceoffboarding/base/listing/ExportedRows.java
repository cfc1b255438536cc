package org.deviceoffboarding.base.listing;

import java.util.List;
import java.util.function.Function;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportParts;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.RowKey;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** As {@link ExportedTable}, for lists that are read off indexes. */
public final class ExportedRows<T> {

    private final IndexedRows<T> rows;
    private final RowKey<T> key;
    private final boolean inItsOrder;

    /** @param inItsOrder whether a list that nobody sorts is in the order of the key */
    public ExportedRows(IndexedRows<T> rows, RowKey<T> key, boolean inItsOrder) {
        this.rows = rows;
        this.key = key;
        this.inItsOrder = inItsOrder;
    }

    /**
     * Returns the first part.
     *
     * @param of what the filter picks, which the next parts are asked for by
     * @param all the rows that it lets through
     * @param page fetches a page of them, sorted as is asked
     */
    public <F> ExportPage<F, T> first(F of, ListedRows all, Function<Pageable, List<T>> page, Sort sort) {
        return ExportParts.USUAL.first(
                of,
                inItsOrder && sort.isUnsorted(),
                most -> page.apply(PageRequest.of(0, most, sort)),
                most -> rows.behind(all, key, null, most));
    }

    /** Returns the part that follows another one. */
    public <F> ExportPage<F, T> next(ExportPage<F, T> before, ListedRows all) {
        return ExportParts.USUAL.part(before.of(), most -> rows.behind(all, key, before.last(), most));
    }
}
