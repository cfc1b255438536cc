package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of a page's table: kept in the page's address, so that a reload or a shared link shows the same,
 * and remembered for the rest of the session, so that coming back does, too.
 */
public final class TableState implements Serializable {

    private static final String SORT = "sort";

    /** Which saved view is looked at: as long as nothing is changed. */
    private static final String VIEW = "view";

    private final String path;

    /** What the address says of the page, and not of the table in it: it stays, and is not remembered. */
    private final Set<String> ofPage;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> misunderstood = new LinkedHashMap<>();
    private final List<Runnable> followers = new ArrayList<>();
    private boolean changing;

    private TableState(String path, Set<String> ofPage) {
        this.path = path;
        this.ofPage = Set.copyOf(ofPage);
    }

    /** Returns the state in the address that is entered or, where it has none, the one remembered for its path. */
    public static TableState entering(BeforeEvent event) {
        TableState state = new TableState(event.getLocation().getPath(), Set.of());
        Map<String, List<String>> parameters = parameters(event);
        if (parameters.isEmpty()) {
            state.values.putAll(state.remembered());
            if (!state.values.isEmpty()) {
                state.putIntoAddress();
            }
        } else {
            parameters.forEach((name, given) -> state.values.put(name, given.getFirst()));
            state.remember();
        }
        return state;
    }

    /**
     * Returns the state in the address that is entered, of a page that shows something else with each address: nothing of it is
     * remembered.
     *
     * @param ofPage names of parameters that say what the page shows; they stay as they are
     */
    public static TableState within(BeforeEvent event, Set<String> ofPage) {
        TableState state = new TableState(event.getLocation().getPath(), ofPage);
        parameters(event).forEach((name, given) -> state.values.put(name, given.getFirst()));
        return state;
    }

    private static Map<String, List<String>> parameters(BeforeEvent event) {
        return event.getLocation().getQueryParameters().getParameters();
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

    /**
     * Notes that a filter has a value that nobody understands: nothing is to be listed until it is set anew, or all filters are forgotten.
     * The address keeps it, and coming back without an address does not bring it back.
     *
     * @param label what the filter is called on the page
     */
    public void misunderstand(String name, String label) {
        misunderstood.put(name, label);
        remember();
    }

    /** Returns what was noted as not understood, each with its filter, for a sentence; none is best. */
    public List<String> misunderstood() {
        return misunderstood.entrySet().stream()
                .map(each -> "%s “%s”".formatted(each.getValue(), Sql.text(get(each.getKey()))))
                .toList();
    }

    /** Sets a filter; null or blank unsets it. */
    public void set(String name, @Nullable Object value) {
        misunderstood.remove(name);
        String text = value instanceof Enum<?> constant ? constant.name() : value == null ? "" : value.toString();
        if (text.isBlank()) {
            values.remove(name);
        } else {
            values.put(name, text);
        }
        values.remove(VIEW);
        keep();
    }

    /** @param changed called after anything changed, when the field that changed has its value */
    public void follow(Runnable changed) {
        followers.add(changed);
    }

    /** Forgets all filters; the order stays. */
    public void clearFilters() {
        values.keySet().removeIf(name -> !name.equals(SORT) && !ofPage.contains(name));
        misunderstood.clear();
        keep();
    }

    /** Returns the filters and the order as in an address. */
    public String query() {
        Map<String, String> saved = new LinkedHashMap<>(values);
        saved.remove(VIEW);
        saved.keySet().removeAll(ofPage);
        return QueryParameters.simple(saved).getQueryString();
    }

    /** Returns the ID of the saved view that is looked at. */
    public Optional<Long> view() {
        return get(VIEW).matches("\\d{1,18}") ? Optional.of(Long.valueOf(get(VIEW))) : Optional.empty();
    }

    /** Notes that a saved view is looked at. */
    public void showView(long id) {
        values.put(VIEW, String.valueOf(id));
        keep();
    }

    /** Goes on without the saved view: the list stays as it is. */
    public void leaveView() {
        values.remove(VIEW);
        keep();
    }

    /** Shows the list as a saved view has it. */
    public void open(long id, String query) {
        Map<String, List<String>> parameters =
                new LinkedHashMap<>(QueryParameters.fromString(query).getParameters());
        values.entrySet().stream()
                .filter(value -> ofPage.contains(value.getKey()))
                .forEach(value -> parameters.put(value.getKey(), List.of(value.getValue())));
        parameters.put(VIEW, List.of(String.valueOf(id)));
        UI.getCurrent().navigate(path, new QueryParameters(parameters));
    }

    /** Sorts a table as it was sorted, and keeps how it is sorted from now on. Columns take part that have a key. */
    public <T> void keepSortOf(Grid<T> grid) {
        String[] sort = get(SORT).split(",", 2);
        Grid.Column<T> column = sort.length == 2 ? grid.getColumnByKey(sort[0]) : null;
        Registration earlier = ComponentUtil.getData(grid, Registration.class);
        if (earlier != null) { // of the address before
            earlier.remove();
        }
        grid.sort(
                column == null || !column.isSortable()
                        ? List.of()
                        : List.of(new GridSortOrder<>(
                                column, "desc".equals(sort[1]) ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
        Registration following = grid.addSortListener(event -> set(
                SORT,
                event.getSortOrder().stream()
                        .findFirst()
                        .map(order -> order.getSorted().getKey()
                                + (order.getDirection() == SortDirection.DESCENDING ? ",desc" : ",asc"))
                        .orElse("")));
        ComponentUtil.setData(grid, Registration.class, following);
    }

    private void keep() {
        remember();
        putIntoAddress();
        followers.forEach(Runnable::run);
    }

    /** Only what is understood, and no view that what is not belongs to: else a list would open empty again and again. */
    private void remember() {
        if (!ofPage.isEmpty()) {
            return;
        }
        Map<String, String> understood = new LinkedHashMap<>(values);
        if (!misunderstood.isEmpty()) {
            understood.keySet().removeAll(misunderstood.keySet());
            understood.remove(VIEW);
        }
        VaadinSession.getCurrent().setAttribute(attribute(), understood);
    }

    /** Once for all that changes at once: browsers drop addresses that follow each other too fast. */
    private void putIntoAddress() {
        if (!changing) {
            changing = true;
            UI ui = UI.getCurrent();
            ui.beforeClientResponse(ui, context -> {
                changing = false;
                ui.getPage().getHistory().replaceState(null, new Location(path, QueryParameters.simple(values)));
            });
        }
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
