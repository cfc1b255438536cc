package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.deviceoffboarding.base.listing.RowCount;
import org.springframework.data.domain.Pageable;

/**
 * The rows of a table, page by page. Where they are too many to be counted at once, the table goes by about how many there are, until
 * somebody comes to its end: then they are counted.
 */
public final class PagedRows<T> {

    private final Grid<T> grid;
    private final Function<Pageable, List<T>> find;
    private final Supplier<RowCount> roughly;
    private final LongSupplier exactly;
    private RowCount count = RowCount.exactly(0);
    private boolean atEnd;

    private PagedRows(
            Grid<T> grid, Function<Pageable, List<T>> find, Supplier<RowCount> roughly, LongSupplier exactly) {
        this.grid = grid;
        this.find = find;
        this.roughly = roughly;
        this.exactly = exactly;
    }

    /**
     * Fills a table.
     *
     * @param roughly counts the rows, if they are not too many
     * @param exactly counts them, however many they are
     */
    public static <T> PagedRows<T> fill(
            Grid<T> grid, Function<Pageable, List<T>> find, Supplier<RowCount> roughly, LongSupplier exactly) {
        PagedRows<T> rows = new PagedRows<>(grid, find, roughly, exactly);
        grid.setItemsPageable(rows::page, page -> rows.count());
        grid.getDataProvider().addDataProviderListener(change -> rows.atEnd = false);
        return rows;
    }

    /** Returns whether the table goes by about how many rows there are. */
    boolean isAbout() {
        return !count.exact();
    }

    private long count() {
        count = ListTurns.inTurn(() -> atEnd ? RowCount.exactly(exactly.getAsLong()) : roughly.get());
        return count.rows();
    }

    /** Once the end was reached the table goes by what was counted, until what it shows changes. */
    private List<T> page(Pageable page) {
        List<T> rows = ListTurns.inTurn(() -> find.apply(page));
        if (isAbout()
                && !atEnd
                && (rows.size() < page.getPageSize() || page.getOffset() + rows.size() >= count.rows())) {
            atEnd = true;
            grid.getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(
                            grid, context -> grid.getDataCommunicator().reset()));
        }
        return rows;
    }
}
