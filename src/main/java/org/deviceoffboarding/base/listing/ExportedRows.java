package org.deviceoffboarding.base.listing;

import java.util.List;
import java.util.function.Function;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.RowKey;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** As {@link ExportedTable}, for lists that are read off indexes. */
public final class ExportedRows<T> {

    private final IndexedRows<T> rows;
    private final RowKey<T> key;

    public ExportedRows(IndexedRows<T> rows, RowKey<T> key) {
        this.rows = rows;
        this.key = key;
    }

    /**
     * Returns the first part.
     *
     * @param of what the filter picks, which the next parts are asked for by
     * @param all the rows that it lets through
     * @param page fetches a page of them, sorted as is asked
     */
    public <F> ExportPage<F, T> first(F of, ListedRows all, Function<Pageable, List<T>> page, Sort sort) {
        List<T> few = page.apply(PageRequest.of(0, ExportedTable.FEW + 1, sort));
        return few.size() <= ExportedTable.FEW
                ? ExportPage.whole(of, few)
                : part(of, rows.behind(all, key, null, ExportedTable.AT_ONCE));
    }

    /** Returns the part that follows another one. */
    public <F> ExportPage<F, T> next(ExportPage<F, T> before, ListedRows all) {
        return part(before.of(), rows.behind(all, key, before.last(), ExportedTable.AT_ONCE));
    }

    private <F> ExportPage<F, T> part(F of, List<T> rows) {
        return new ExportPage<>(of, rows, rows.size() == ExportedTable.AT_ONCE);
    }
}
