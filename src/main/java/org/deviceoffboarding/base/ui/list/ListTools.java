package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.ItemCountChangeEvent;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.TableState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;

/**
 * What stands above every list: how many rows there are, <em>Clear filters</em>, the saved views, the columns and the download.
 * Made by {@link Lists}.
 */
public final class ListTools extends Div {

    /**
     * Other rows can need more room. Until a badge is drawn it is as wide as its text alone, and would be cut; to measure all cells takes
     * long, so that it is done once, however often the number of rows changes meanwhile.
     */
    private static final String ONCE_PILLS_ARE_DRAWN =
            "clearTimeout(this.portalWidths); this.portalWidths = setTimeout(() => this.recalculateColumnWidths(), 50)";

    private final String one;
    private final String many;
    private final Grid<?> grid;
    private final Span count = new Span();
    private final Span left = new Span();
    private final Span tooShort = new Span();
    private final Span misunderstood = new Span();
    private final Button clear = new Button("Clear filters");
    private final Div export = new Div();
    private final ViewsMenu views;
    private @Nullable FilterBar filters;
    private transient @Nullable PagedRows<?> paged;
    private int rows = -1;

    ListTools(String one, String many, Grid<?> grid, ListColumns<?> columns, ViewsMenu views) {
        this.one = one;
        this.many = many;
        this.grid = grid;
        this.views = views;
        followCount(grid);
        build(columns);
    }

    /** The table says itself how many rows it has, so that they are counted once. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void followCount(Grid<?> grid) {
        ComponentEventListener<ItemCountChangeEvent<?>> counted = event -> {
            rows = event.getItemCount();
            say();
            if (rows > 0) {
                grid.getElement().executeJs(ONCE_PILLS_ARE_DRAWN);
            }
        };
        ComponentUtil.addListener(grid, ItemCountChangeEvent.class, (ComponentEventListener) counted);
    }

    private void build(ListColumns<?> columns) {
        addClassName("list-tools");
        count.addClassName("list-count");
        count.getElement().setAttribute("role", "status");
        left.addClassName("dim");
        left.getElement().setAttribute("role", "status");
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.setVisible(false);
        clear.addClickListener(click -> {
            if (filters != null) {
                filters.clear();
            }
        });
        views.setVisible(false);
        Div ends = new Div(views, new ColumnsMenu(columns), export);
        ends.addClassName("list-tools-end");
        tooShort.getElement().setAttribute("role", "status");
        misunderstood.addClassName("list-misunderstood");
        misunderstood.getElement().setAttribute("role", "alert");
        add(count, tooShort, misunderstood, clear, left, ends);
    }

    /** Shows something else beside the count, such as what is new. */
    public void addBeside(Component more) {
        addComponentAtIndex(indexOf(left) + 1, more);
    }

    /** Belongs to the filters of a page from now on, which was just entered, and offers what a download needs. */
    public void show(TableState state, FilterBar filters, @Nullable Component download) {
        this.filters = filters;
        left.setText("");
        views.show(state);
        views.setVisible(true);
        state.follow(() -> {
            left.setText("");
            say();
        });
        show(download);
        say();
    }

    /** Fills the table with these rows from now on, see {@link PagedRows#fill}. */
    public <T> void fill(
            Grid<T> table, Function<Pageable, List<T>> find, Supplier<RowCount> roughly, LongSupplier exactly) {
        paged = PagedRows.fill(
                table,
                page -> isUnderstood() ? find.apply(page) : List.of(),
                () -> isUnderstood() ? roughly.get() : RowCount.exactly(0),
                () -> isUnderstood() ? exactly.getAsLong() : 0);
    }

    /** As {@link #fill(Grid, Function, Supplier, LongSupplier)}, of rows that are counted as exactly as they are found. */
    public <T> void fill(Grid<T> table, Function<Pageable, List<T>> find, ToLongFunction<Pageable> count) {
        table.setItemsPageable(
                page -> isUnderstood() ? find.apply(page) : List.of(),
                page -> isUnderstood() ? count.applyAsLong(page) : 0);
    }

    private boolean isUnderstood() {
        return filters == null || filters.isUnderstood();
    }

    /** Offers what a download needs. */
    public void show(@Nullable Component download) {
        export.removeAll();
        if (download != null) {
            export.add(download);
        }
    }

    /** Says so where the view that is looked at was removed meanwhile. */
    void leaveRemovedView() {
        views.leaveRemoved()
                .ifPresent(name -> left.setText(
                        "The view “" + name + "” was removed. The filters and the order stay as they are."));
    }

    private void say() {
        boolean narrowed = filters != null && filters.narrows();
        clear.setVisible(filters != null && filters.isFilled());
        tooShort.setText(filters == null ? "" : filters.tooShort());
        misunderstood.setText(filters == null ? "" : filters.misunderstood());
        export.setVisible(isUnderstood());
        if (grid.getEmptyStateComponent() instanceof EmptyList empty) {
            empty.narrowed(narrowed);
        }
        if (rows >= 0) {
            boolean about = paged != null && paged.isAbout();
            count.setText((about ? "about " : "")
                    + Amounts.count(rows, one, many)
                    + (narrowed ? rows == 1 ? " matches" : " match" : ""));
        }
    }
}
