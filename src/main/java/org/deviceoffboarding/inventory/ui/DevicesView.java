package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.ResultPage;
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

/** Every device known, found by name, serial number, user or any of its three IDs. */
@Route(DeviceLink.PATH)
@PageTitle("Devices")
@Menu(order = 30, title = "Devices", icon = "vaadin:laptop")
@May(Capability.READ)
class DevicesView extends Composite<Div> implements BeforeEnterObserver, ResultPage {

    private final transient DeviceService devices;
    private final transient List<DeviceBulkAction> actions;
    private final transient List<DeviceListButton> buttons;
    private final transient NotedDevices<DeviceRow> notes;
    private final transient RestrictedRows<DeviceRow> restricted;
    private final transient Clock clock;
    private final transient OpenPages openPages;
    private final transient List<DeviceCriterion> criteria;
    private final Grid<DeviceRow> rows = new Grid<>();
    private final ListTools tools;

    DevicesView(
            DeviceService devices,
            List<DeviceBulkAction> actions,
            List<DeviceListButton> buttons,
            List<DeviceNotes> notes,
            List<DeviceCriterion> criteria,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.devices = devices;
        this.actions = actions;
        this.buttons = buttons;
        this.notes = new NotedDevices<>(notes, DeviceRow::objectId);
        this.restricted = new RestrictedRows<>(devices, DeviceRow::objectId);
        this.criteria = criteria;
        this.clock = clock;
        this.openPages = openPages;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(
                getContent(),
                InventoryReplaced.class,
                () -> rows.getDataProvider().refreshAll());
        openPages.follow(
                getContent(), DeviceNews.class, () -> rows.getDataProvider().refreshAll());
        tools = lists.of(
                "devices", "device", "devices", rows, new DeviceColumns(rows, this.notes, restricted, clock).add());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        DeviceFilterBar filter =
                new DeviceFilterBar(state, () -> rows.getDataProvider().refreshAll(), criteria, clock);
        tools.fill(
                rows,
                page -> restricted.readFor(notes.readFor(devices.find(filter.value(), page))),
                () -> devices.roughly(filter.value()),
                () -> devices.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, export(filter));
        getContent().removeAll();
        getContent().add(header(), filter, tools, selection(filter), rows);
    }

    @Override
    public boolean followsByItself() {
        return true;
    }

    private PageHeader header() {
        PageHeader header = new PageHeader("Devices");
        buttons.forEach(button ->
                button.create(() -> rows.getDataProvider().refreshAll()).ifPresent(header::withActions));
        return header;
    }

    private Component selection(DeviceFilterBar filter) {
        return new DeviceSelection<>(
                rows,
                row -> new SelectedDevice(row.objectId(), row.name()),
                new MatchingDevices(() -> matching(filter.value()), devices::result),
                actions,
                openPages);
    }

    private IntFunction<List<UUID>> matching(DeviceFilter filter) {
        return most -> devices.ids(filter, most);
    }

    private Component export(DeviceFilterBar filter) {
        RestrictedRows<DeviceRow> units = new RestrictedRows<>(devices, DeviceRow::objectId);
        CsvDownload<DeviceRow> taken = CsvDownload.of(
                        () -> devices.export(filter.value(), GridOrder.of(rows)), devices::export, units::readFor)
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
        return units.addTo(taken).link("devices.csv");
    }
}
