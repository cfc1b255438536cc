package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * A list of devices with all that lists have: filters, order, columns, saved views, selection with what can be done, downloads. It
 * follows what runs and the portal do to devices, for as long as it is shown.
 */
public final class DeviceTable {

    private final DeviceService devices;
    private List<DeviceBulkAction> actions;
    private final NotedDevices<DeviceRow> notes;
    private final RestrictedRows<DeviceRow> restricted;
    private final List<DeviceCriterion> criteria;
    private final OpenPages openPages;
    private final Clock clock;
    private final Grid<DeviceRow> rows = new Grid<>();
    private final ListTools tools;

    DeviceTable(
            DeviceService devices,
            List<DeviceBulkAction> actions,
            List<DeviceNotes> notes,
            List<DeviceCriterion> criteria,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.devices = devices;
        this.actions = actions;
        this.notes = new NotedDevices<>(notes, DeviceRow::objectId);
        this.restricted = new RestrictedRows<>(devices, DeviceRow::objectId);
        this.criteria = criteria;
        this.openPages = openPages;
        this.clock = clock;
        openPages.follow(rows, List.of(InventoryReplaced.class, DeviceNews.class), this::refresh);
        tools = lists.of(
                "devices", "device", "devices", rows, new DeviceColumns(rows, this.notes, restricted, clock).add());
    }

    /** Shows the devices again, as they are now. */
    public void refresh() {
        rows.getDataProvider().refreshAll();
    }

    /** Returns the parts of the list, one below the other, as the address has them. */
    public Component[] show(TableState state) {
        return show(state, () -> DeviceFilter.NONE, Sort.unsorted(), "devices.csv");
    }

    /**
     * As {@link #show(TableState)}, of some devices only.
     *
     * @param of which, asked each time that any are read, also beside the page: by subsets and a condition alone
     * @param order in which they are as long as the person sorts by nothing else; unsorted for the usual one
     * @param fileName of what is downloaded, such as {@code devices.csv}
     */
    public Component[] show(TableState state, Supplier<DeviceFilter> of, Sort order, String fileName) {
        DeviceFilterBar bar = new DeviceFilterBar(state, this::refresh, criteria, clock);
        Supplier<DeviceFilter> filter = () -> bar.value().among(of.get());
        tools.fill(
                rows,
                page -> restricted.readFor(notes.readFor(devices.find(filter.get(), ordered(page, order)))),
                () -> devices.roughly(filter.get()),
                () -> devices.count(filter.get()));
        state.keepSortOf(rows);
        tools.show(state, bar, export(filter, order, fileName));
        return new Component[] {bar, tools, selection(filter), rows};
    }

    /** Lets nothing be done with the devices of the list: to be said before it is shown. */
    public void offerNoActions() {
        actions = List.of();
    }

    /** Gives the table a look of its own beside those of all tables. */
    public void addClassName(String name) {
        rows.addClassName(name);
    }

    private Component selection(Supplier<DeviceFilter> filter) {
        return new DeviceSelection<>(
                rows,
                row -> new SelectedDevice(row.objectId(), row.name()),
                new MatchingDevices(() -> matching(filter.get()), devices::result),
                actions,
                openPages);
    }

    private IntFunction<List<UUID>> matching(DeviceFilter filter) {
        return most -> devices.ids(filter, most);
    }

    private static Pageable ordered(Pageable page, Sort order) {
        return page.getSort().isSorted() ? page : PageRequest.of(page.getPageNumber(), page.getPageSize(), order);
    }

    private Component export(Supplier<DeviceFilter> filter, Sort order, String fileName) {
        RestrictedRows<DeviceRow> units = new RestrictedRows<>(devices, DeviceRow::objectId);
        CsvDownload<DeviceRow> taken = CsvDownload.of(
                        () -> devices.export(filter.get(), GridOrder.of(rows).isSorted() ? GridOrder.of(rows) : order),
                        devices::export,
                        units::readFor)
                .asOf(RowsAsOf.ONE_RUN)
                .column("Device", DeviceRow::name)
                .column("Entra object ID", DeviceRow::objectId)
                .column("Entra device ID", DeviceRow::deviceId)
                .column("Intune ID", DeviceRow::intuneId)
                .column("Serial number", DeviceRow::serialNumber)
                .column("User", DeviceRow::user)
                .column("Platform", row -> row.platform().label())
                .column("Ownership", row -> row.ownership().label())
                .column("Join type", row -> JoinType.label(row.joinType()))
                .column("Enabled", DeviceRow::enabled)
                .column("Entra activity (UTC)", DeviceRow::lastSignIn)
                .column("Intune sync (UTC)", DeviceRow::lastSync);
        return units.addTo(taken).link(fileName);
    }
}
