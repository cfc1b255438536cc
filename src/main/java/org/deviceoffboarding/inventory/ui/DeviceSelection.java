package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** Lets people pick rows of a list of devices, and offers what can be done with them. Hidden where nothing is offered. */
public class DeviceSelection<T> extends Div {

    /** More at once nobody looks through before confirming. */
    private static final int MOST = 1_000;

    private final Grid<T> grid;
    private final transient Function<T, SelectedDevice> device;
    private final transient Function<Pageable, List<T>> rows;
    private final Span count = new Span();
    private final Button clear = new Button("Clear selection", event -> clear());
    private final List<Button> buttons = new ArrayList<>();

    /**
     * @param grid whose rows are picked
     * @param device what a row stands for
     * @param rows a page of what the grid shows now, with its filters
     */
    public DeviceSelection(
            Grid<T> grid,
            Function<T, SelectedDevice> device,
            Function<Pageable, List<T>> rows,
            List<DeviceBulkAction> actions) {
        this.grid = grid;
        this.device = device;
        this.rows = rows;
        addClassName("selection");
        List<DeviceBulkAction> offered =
                actions.stream().filter(DeviceBulkAction::offered).toList();
        setVisible(!offered.isEmpty());
        if (!offered.isEmpty()) {
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            grid.addSelectionListener(event -> show(event.getAllSelectedItems().size()));
            build(offered);
            show(0);
        }
    }

    private void build(List<DeviceBulkAction> actions) {
        count.getElement().setAttribute("role", "status");
        Button all = new Button("Select all that match", event -> selectAll());
        all.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(count, all, clear);
        actions.forEach(action -> {
            Button button = new Button(action.label(), event -> action.open(selected(), this::changed));
            button.addThemeVariants(ButtonVariant.SMALL);
            buttons.add(button);
            add(button);
        });
    }

    private void selectAll() {
        List<T> matching = rows.apply(PageRequest.of(0, MOST + 1));
        grid.asMultiSelect().setValue(new HashSet<>(matching.subList(0, Math.min(MOST, matching.size()))));
        if (matching.size() > MOST) {
            count.setText("The first 1,000 are selected, the most at once. Narrow the list for others.");
        }
    }

    private void changed() {
        clear();
        grid.getDataProvider().refreshAll();
    }

    private void clear() {
        grid.deselectAll();
    }

    private void show(int selected) {
        count.setText(selected == 0 ? "No device selected" : selected + " selected");
        clear.setVisible(selected > 0);
        buttons.forEach(button -> button.setEnabled(selected > 0));
    }

    /** One device can have several rows with different facts, such as when the list was read anew between two picks. */
    private List<SelectedDevice> selected() {
        Map<UUID, SelectedDevice> devices = new LinkedHashMap<>();
        grid.getSelectedItems().stream().map(device).forEach(each -> devices.put(each.objectId(), each));
        return devices.values().stream()
                .sorted(Comparator.comparing(SelectedDevice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
