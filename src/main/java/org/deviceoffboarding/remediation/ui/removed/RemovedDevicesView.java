package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.inventory.ui.MatchingDevices;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.asking.AskBulkAction;
import org.deviceoffboarding.remediation.ui.asking.UploadIdsButton;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * A list of devices that this portal removed: title, export and upload, tabs, filters, what can be asked for the picked ones,
 * and a table that follows what requests do. What it lists, its columns and its words are for the two views.
 */
abstract class RemovedDevicesView<T> extends Composite<Div> implements BeforeEnterObserver {

    private final String path;
    private final transient Function<T, SelectedDevice> selected;
    private final transient AskBulkAction undo;
    private final transient UploadIdsButton upload;
    private final transient Lists lists;
    private final transient OpenPages openPages;
    private final Grid<T> rows = new Grid<>();
    private @Nullable ListTools tools;

    /**
     * @param path of {@link RemovedTabs}
     * @param undo what can be asked for the picked devices
     */
    RemovedDevicesView(
            String path,
            Function<T, SelectedDevice> selected,
            AskBulkAction undo,
            UploadIdsButton upload,
            Lists lists,
            OpenPages openPages) {
        this.path = path;
        this.selected = selected;
        this.undo = undo;
        this.upload = upload;
        this.lists = lists;
        this.openPages = openPages;
        rows.setPageSize(50);
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), RequestChanged.class, this::refresh);
    }

    /**
     * Returns the devices to list, and the filters that pick them.
     *
     * @param changed to be called when a filter changes
     */
    abstract RemovedDeviceList<T> devices(TableState state, Runnable changed);

    /** Adds what a download has of each device. */
    abstract CsvDownload<T> export(CsvDownload<T> csv);

    abstract String fileName();

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ListTools above = tools();
        TableState state = TableState.entering(event);
        RemovedDeviceList<T> devices = devices(state, this::refresh);
        above.fill(rows, devices.find(), devices.roughly(), devices.exactly());
        state.keepSortOf(rows);
        above.show(state, devices.filters(), export(devices.download()).link(fileName()));
        getContent().removeAll();
        getContent().add(header(), new RemovedTabs(path), devices.filters(), above, selection(devices), rows);
    }

    /** Adds the columns. */
    abstract ListColumns<T> columns();

    /** Returns the table, with its first column and what it says where it is empty; the rest is for the view. */
    Grid<T> table(Function<T, Component> device, String width, EmptyList empty) {
        rows.addComponentColumn(device::apply)
                .setHeader("Device")
                .setKey("name")
                .setSortProperty("name")
                .setWidth(width)
                .setFlexGrow(3);
        rows.setEmptyStateComponent(empty);
        return rows;
    }

    /** Returns the first column's cell: a name and, where the table is narrow, what other columns say. */
    static Component named(Component name, Span more) {
        more.addClassNames("dim", "second-line");
        Div lines = new Div(name, more);
        lines.addClassName("two-lines");
        return lines;
    }

    /** Made when the page is entered: the columns are the view's own. */
    private ListTools tools() {
        if (tools == null) {
            tools = lists.of(path.replace('/', '-'), "device", "devices", rows, columns());
        }
        return tools;
    }

    private PageHeader header() {
        PageHeader header = new PageHeader("Removed devices");
        upload.create(this::refresh).ifPresent(header::withActions);
        return header;
    }

    private Component selection(RemovedDeviceList<T> devices) {
        return new DeviceSelection<>(
                rows, selected, new MatchingDevices(devices.ids(), () -> 0), List.of(undo), openPages);
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
    }

    Sort order() {
        return GridOrder.of(rows);
    }
}
