package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of a page's table: kept in the page's address, so that a reload or a shared link shows the same,
 * and remembered for the rest of the session, so that coming back does, too.
 */
public final class TableState implements Serializable {

    private static final String SORT = "sort";

    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();

    private TableState(String path) {
        this.path = path;
    }

    /** Returns the state in the address that is entered or, where it has none, the one remembered for its path. */
    public static TableState entering(BeforeEnterEvent event) {
        TableState state = new TableState(event.getLocation().getPath());
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        if (parameters.isEmpty()) {
            state.values.putAll(state.remembered());
        } else {
            parameters.forEach((name, given) -> state.values.put(name, given.getFirst()));
        }
        return state;
    }

    /** Returns the value of a filter, empty where it is not set. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns the value of a filter as an enum's constant, or nothing where it is not set or names none. */
    public <E extends Enum<E>> Optional<E> get(String name, Class<E> type) {
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equals(values.get(name)))
                .findFirst();
    }

    /** Sets a filter; null or blank unsets it. */
    public void set(String name, @Nullable Object value) {
        String text = value instanceof Enum<?> constant ? constant.name() : value == null ? "" : value.toString();
        if (text.isBlank()) {
            values.remove(name);
        } else {
            values.put(name, text);
        }
        keep();
    }

    /** Sorts a table as it was sorted, and keeps how it is sorted from now on. Columns take part that have a key. */
    public <T> void keepSortOf(Grid<T> grid) {
        String[] sort = get(SORT).split(",", 2);
        Grid.Column<T> column = sort.length == 2 ? grid.getColumnByKey(sort[0]) : null;
        if (column != null && column.isSortable()) {
            grid.sort(List.of(new GridSortOrder<>(
                    column, "desc".equals(sort[1]) ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        }
        grid.addSortListener(event -> set(
                SORT,
                event.getSortOrder().stream()
                        .findFirst()
                        .map(order -> order.getSorted().getKey()
                                + (order.getDirection() == SortDirection.DESCENDING ? ",desc" : ",asc"))
                        .orElse("")));
    }

    private void keep() {
        VaadinSession.getCurrent().setAttribute(attribute(), new LinkedHashMap<>(values));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(values)));
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> remembered() {
        Object remembered = VaadinSession.getCurrent().getAttribute(attribute());
        return remembered == null ? Map.of() : (Map<String, String>) remembered;
    }

    private String attribute() {
        return TableState.class.getName() + ":" + path;
    }
}
