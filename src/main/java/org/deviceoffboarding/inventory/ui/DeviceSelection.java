package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.selection.MultiSelectionEvent;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.inventory.InventoryReplaced;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets people pick rows of a list of devices, or all that match but some, and offers what can be done with them. Which devices
 * match is read when all are selected, beside the page where they are many, and stays as the person saw it. Once a newer run has
 * replaced the list nothing is selected any more, and it says so: what was picked rested on what the old one said. Hidden where
 * nothing is offered.
 */
public class DeviceSelection<T> extends Div {

    /** So many can be acted on at once. */
    public static final int MOST = 100_000;

    private final Grid<T> grid;
    private final transient Function<T, SelectedDevice> device;
    private final transient MatchingDevices matching;
    private final Span count = new Span();
    private final LongWork work = new LongWork();
    private final Button every = new Button("Select all that match", event -> selectAll());
    private final Button clear = new Button("Clear selection", event -> clear());
    private final List<Button> buttons = new ArrayList<>();
    private final Set<UUID> excepted = new HashSet<>();
    private transient AllThatMatch all = AllThatMatch.none();
    private Registration marking = () -> {};
    private long result;

    /**
     * @param grid whose rows are picked
     * @param device what a row stands for
     * @param matching what the grid shows now, with its filters
     */
    public DeviceSelection(
            Grid<T> grid,
            Function<T, SelectedDevice> device,
            MatchingDevices matching,
            List<DeviceBulkAction> actions,
            OpenPages openPages) {
        this.grid = grid;
        this.device = device;
        this.matching = matching;
        addClassName("selection");
        List<DeviceBulkAction> offered =
                actions.stream().filter(DeviceBulkAction::offered).toList();
        setVisible(!offered.isEmpty());
        if (!offered.isEmpty()) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            grid.asMultiSelect().addSelectionListener(this::changed);
            addAttachListener(attached -> marking = grid.addDataGenerator(this::mark));
            addDetachListener(detached -> marking.remove());
            build(offered);
            result = matching.result().getAsLong();
            openPages.follow(this, InventoryReplaced.class, this::giveUpIfReplaced);
            show();
        }
    }

    private void build(List<DeviceBulkAction> actions) {
        count.getElement().setAttribute("role", "status");
        every.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(count, work, every, clear);
        actions.forEach(action -> {
            Button button = new Button(action.label(), event -> open(action));
            button.addThemeVariants(ButtonVariant.SMALL);
            buttons.add(button);
            add(button);
        });
    }

    /** Rows of all that are selected come to be picked as they come into sight. */
    private void mark(T row, ObjectNode json) {
        if (isSelected(idOf(row)) && !grid.asMultiSelect().isSelected(row)) {
            json.put("selected", true);
            grid.select(row);
        }
    }

    private void selectAll() {
        clear();
        long now = matching.result().getAsLong();
        IntFunction<List<UUID>> ids = matching.ids().get();
        List<UUID> first = ids.apply(LongWork.FEW + 1);
        work.find(
                "All that match are looked up, to select them.",
                first.size(),
                progress -> AllThatMatch.of(first.size() > LongWork.FEW ? ids.apply(MOST + 1) : first, now),
                found -> {
                    clear();
                    all = found.get();
                    selected();
                });
        show();
    }

    private void selected() {
        result = all.result();
        show();
        grid.getDataProvider().refreshAll();
        giveUpIfReplaced();
    }

    private void open(DeviceBulkAction action) {
        if (!giveUpIfReplaced()) {
            action.open(picks(), this::done);
        }
    }

    /** What was selected may be something else, once a newer run has read the tenant. */
    private boolean giveUpIfReplaced() {
        long now = matching.result().getAsLong();
        boolean gone = now != result && count() > 0;
        result = now;
        if (gone) {
            clear();
            grid.getDataProvider().refreshAll();
            count.setText(
                    "A newer run has replaced the list that you selected in. Nothing is selected any more: look at it,"
                            + " then select again.");
        }
        return gone;
    }

    private void done() {
        clear();
        grid.getDataProvider().refreshAll();
    }

    private void clear() {
        all = AllThatMatch.none();
        excepted.clear();
        grid.deselectAll();
        show();
    }

    private void changed(MultiSelectionEvent<Grid<T>, T> event) {
        event.getAddedSelection().forEach(row -> excepted.remove(idOf(row)));
        event.getRemovedSelection().forEach(row -> {
            if (all.contains(idOf(row))) {
                excepted.add(idOf(row));
            }
        });
        show();
    }

    private boolean isSelected(UUID id) {
        return all.contains(id) && !excepted.contains(id);
    }

    private UUID idOf(T row) {
        return device.apply(row).objectId();
    }

    private void show() {
        long selected = count();
        boolean busy = work.goesOn();
        count.setText(
                selected == 0
                        ? "No device selected"
                        : Amounts.number(selected) + " selected"
                                + (all.more() ? ", the first and the most at once. Narrow the list for others." : ""));
        count.setVisible(!busy);
        every.setEnabled(!busy);
        every.getElement().setAttribute("aria-busy", String.valueOf(busy));
        clear.setVisible(selected > 0);
        buttons.forEach(button -> button.setEnabled(selected > 0 && !busy));
    }

    private long count() {
        return all.size() - excepted.size() + picked().count();
    }

    /**
     * Returns what was picked beside all that matched. One device can have several rows with different facts, such as when the
     * list was read anew between two picks.
     */
    private Stream<SelectedDevice> picked() {
        Map<UUID, SelectedDevice> devices = new LinkedHashMap<>();
        grid.getSelectedItems().stream().map(device).forEach(each -> devices.put(each.objectId(), each));
        return devices.values().stream()
                .filter(each -> !all.contains(each.objectId()))
                .sorted(Comparator.comparing(SelectedDevice::name, String.CASE_INSENSITIVE_ORDER));
    }

    private List<SelectedDevice> picks() {
        return Stream.concat(
                        picked(),
                        all.ids().stream().filter(id -> !excepted.contains(id)).map(id -> new SelectedDevice(id, "")))
                .toList();
    }
}
