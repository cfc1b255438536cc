package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.grid.Grid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a list: people choose, order and resize them, with the mouse in the table itself or with {@link ColumnsMenu}.
 * The first one stays. In a narrow window only those are shown that say the rest in short.
 */
public final class ListColumns<T> implements Serializable {

    private static final String NARROW_WIDTH = "112px";

    private final Grid<T> grid;
    private final List<Grid.Column<T>> usual;
    private final Map<String, Usual> sizes = new HashMap<>();
    private final ShownCells<T> cells = new ShownCells<>();
    private final Set<String> whenNarrow = new HashSet<>();
    private final Set<String> hiddenAtFirst = new HashSet<>();
    private final List<ColumnChoice.Column> now = new ArrayList<>();
    private List<String> order;
    private Runnable chosen = () -> {};
    private boolean narrow;

    private record Usual(boolean auto, @Nullable String width, int flexGrow) implements Serializable {}

    private ListColumns(Grid<T> grid) {
        this.grid = grid;
        this.usual = grid.getColumns();
        this.order = usual.stream().map(Grid.Column::getKey).toList();
        usual.forEach(column -> {
            Objects.requireNonNull(column.getKey(), "Each column of a list has a key");
            column.setResizable(true);
            sizes.put(column.getKey(), new Usual(column.getWidth() == null, column.getWidth(), column.getFlexGrow()));
        });
        whenNarrow.add(first());
        grid.setColumnReorderingAllowed(true);
        grid.addColumnReorderListener(event -> {
            if (event.isFromClient()) {
                order(event.getColumns().stream().map(Grid.Column::getKey).toList());
            }
        });
        grid.addColumnResizeListener(event -> resized(event.getResizedColumn()));
        NarrowColumns.follow(grid, so -> {
            narrow = so;
            arrange();
        });
        apply(ColumnChoice.NONE);
    }

    /** Takes the columns of a table as they are; each has a key and a header. */
    public static <T> ListColumns<T> of(Grid<T> grid) {
        return new ListColumns<>(grid);
    }

    /** Shows, beside the first one, these columns in narrow windows, too. */
    @SafeVarargs
    public final ListColumns<T> alsoWhenNarrow(Grid.Column<T>... columns) {
        List.of(columns).forEach(column -> whenNarrow.add(column.getKey()));
        return this;
    }

    /** Shows these columns only to people who choose them. */
    @SafeVarargs
    public final ListColumns<T> hiddenAtFirst(Grid.Column<T>... columns) {
        List.of(columns).forEach(column -> hiddenAtFirst.add(column.getKey()));
        apply(ColumnChoice.NONE);
        return this;
    }

    /** @param chosen called after the person signed in changed something */
    void follow(Runnable chosen) {
        this.chosen = chosen;
    }

    /** Shows the columns as chosen; what the choice does not know comes last, as usual. */
    void apply(ColumnChoice choice) {
        now.clear();
        choice.columns().stream()
                .filter(column -> sizes.containsKey(column.key()))
                .forEach(now::add);
        usual().stream()
                .filter(one -> now.stream().noneMatch(column -> column.key().equals(one.key())))
                .forEach(now::add);
        change(first(), column -> column.shown(true));
        arrange();
    }

    /** Shows the usual columns again. */
    void reset() {
        apply(ColumnChoice.NONE);
        chosen.run();
    }

    /** Returns what is to be remembered; nothing where the columns are the usual ones. */
    String written() {
        return now.equals(usual()) ? "" : choice().toString();
    }

    ColumnChoice choice() {
        return new ColumnChoice(now);
    }

    String title(String key) {
        return grid.getColumnByKey(key).getHeaderText();
    }

    boolean stays(String key) {
        return key.equals(first());
    }

    void show(String key, boolean shown) {
        choose(key, column -> column.shown(shown));
    }

    void resize(String key, @Nullable Integer pixels) {
        choose(key, column -> column.wide(pixels));
    }

    /** Moves a column by so many places, as far as there are any. */
    void move(String key, int places) {
        List<String> keys =
                new ArrayList<>(now.stream().map(ColumnChoice.Column::key).toList());
        int to = keys.indexOf(key) + places;
        if (to >= 0 && to < keys.size()) {
            keys.remove(key);
            keys.add(to, key);
            order(keys);
        }
    }

    private void order(List<String> keys) {
        now.sort(Comparator.comparingInt(column -> keys.indexOf(column.key())));
        arrange();
        chosen.run();
    }

    private void resized(Grid.Column<T> column) {
        String width = Objects.requireNonNullElse(column.getWidth(), "");
        if (width.matches("\\d{2,4}(\\.\\d+)?px")) {
            resize(column.getKey(), (int) Double.parseDouble(width.substring(0, width.length() - 2)));
        }
    }

    private void choose(String key, UnaryOperator<ColumnChoice.Column> how) {
        change(key, how);
        arrange();
        chosen.run();
    }

    private void change(String key, UnaryOperator<ColumnChoice.Column> how) {
        now.replaceAll(column -> column.key().equals(key) ? how.apply(column) : column);
    }

    private void arrange() {
        arrange(now.stream().map(ColumnChoice.Column::key).toList());
        now.forEach(this::size);
        show();
        grid.recalculateColumnWidths();
    }

    /** Only where it is another order: ordering takes all columns out of the table, also the one that just appears. */
    private void arrange(List<String> keys) {
        if (!keys.equals(order)) {
            order = keys;
            grid.setColumnOrder(keys.stream().map(grid::getColumnByKey).toList());
        }
    }

    private void size(ColumnChoice.Column column) {
        Grid.Column<T> shown = grid.getColumnByKey(column.key());
        Usual size = Objects.requireNonNull(sizes.get(column.key()));
        if (narrow) {
            shown.setAutoWidth(false).setFlexGrow(size.flexGrow()).setWidth(NARROW_WIDTH);
            return;
        }
        shown.setAutoWidth(column.width() == null && size.auto());
        shown.setFlexGrow(column.width() == null ? size.flexGrow() : 0);
        shown.setWidth(column.width() == null ? size.width() : column.width() + "px");
    }

    private void show() {
        now.forEach(column -> cells.show(
                grid.getColumnByKey(column.key()), narrow ? whenNarrow.contains(column.key()) : column.shown()));
    }

    private List<ColumnChoice.Column> usual() {
        return usual.stream()
                .map(Grid.Column::getKey)
                .map(key -> new ColumnChoice.Column(key, !hiddenAtFirst.contains(key), null))
                .toList();
    }

    private String first() {
        return usual.getFirst().getKey();
    }
}
