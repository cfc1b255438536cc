package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.CsvDownload;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.ListColumns;
import org.deviceoffboarding.base.ui.ListTools;
import org.deviceoffboarding.base.ui.Lists;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.ResultPage;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.DeviceCriterion;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.inventory.JoinType;
import org.jspecify.annotations.Nullable;

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
    private final transient Clock clock;
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
        this.criteria = criteria;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(
                getContent(),
                InventoryReplaced.class,
                () -> rows.getDataProvider().refreshAll());
        openPages.follow(
                getContent(), DeviceNews.class, () -> rows.getDataProvider().refreshAll());
        tools = lists.of("devices", "device", "devices", rows, addColumns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        DeviceFilterBar filter =
                new DeviceFilterBar(state, () -> rows.getDataProvider().refreshAll(), criteria, clock);
        rows.setItemsPageable(
                page -> notes.readFor(devices.find(filter.value(), page)), page -> devices.count(filter.value()));
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
                page -> devices.find(filter.value(), page),
                actions);
    }

    private ListColumns<DeviceRow> addColumns() {
        rows.addComponentColumn(DevicesView::device)
                .setHeader("Device")
                .setKey("name")
                .setSortProperty("name")
                .setFlexGrow(3);
        rows.addComponentColumn(row -> mono(row.serialNumber()))
                .setHeader("Serial number")
                .setKey("serialNumber")
                .setSortProperty("serialNumber");
        rows.addComponentColumn(row -> capped(row.user()))
                .setHeader("User")
                .setKey("user")
                .setSortProperty("user");
        rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform");
        var ownership = rows.addColumn(row -> row.ownership().label())
                .setHeader("Ownership")
                .setKey("ownership")
                .setSortProperty("ownership");
        rows.addComponentColumn(row -> TimeDisplay.span(row.lastSignIn(), clock.instant()))
                .setHeader("Entra activity")
                .setKey("lastSignIn")
                .setSortProperty("lastSignIn");
        rows.addComponentColumn(row -> TimeDisplay.span(row.lastSync(), clock.instant()))
                .setHeader("Intune sync")
                .setKey("lastSync")
                .setSortProperty("lastSync");
        var state = rows.addComponentColumn(this::states)
                .setHeader("State")
                .setKey("state")
                .setSortProperty("enabled")
                .setWidth("190px")
                .setFlexGrow(0);
        var joinType = rows.addColumn(row -> JoinType.label(row.joinType()))
                .setHeader("Join type")
                .setKey("joinType")
                .setSortProperty("joinType");
        var objectId = idColumn("Object ID", "objectId", DeviceRow::objectId);
        var deviceId = idColumn("Device ID", "deviceId", DeviceRow::deviceId);
        var intuneId = idColumn("Intune ID", "intuneId", DeviceRow::intuneId);
        rows.setEmptyStateComponent(
                new EmptyState(
                        "No devices to show",
                        "Clear the search and the filters. Before the first run has ended the portal knows no devices: start one on Overview."));
        rows.setPageSize(50);
        return ListColumns.of(rows)
                .alsoWhenNarrow(state)
                .hiddenAtFirst(ownership, joinType, objectId, deviceId, intuneId);
    }

    private Grid.Column<DeviceRow> idColumn(String title, String key, Function<DeviceRow, @Nullable UUID> id) {
        return rows.addComponentColumn(row -> mono(Objects.toString(id.apply(row), null)))
                .setHeader(title)
                .setKey(key)
                .setSortProperty(key);
    }

    private Component export(DeviceFilterBar filter) {
        return CsvDownload.<DeviceRow>of(page -> devices.find(filter.value(), page))
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
                .column("Intune sync (UTC)", DeviceRow::lastSync)
                .link("devices.csv");
    }

    private static Component device(DeviceRow row) {
        Anchor name = DeviceLink.of(row.objectId(), row.name());
        Span id = new Span(row.platform().label()
                + Optional.ofNullable(row.user()).map(user -> " · " + user).orElse(""));
        id.addClassNames("dim", "second-line");
        Div both = new Div(name, id);
        both.addClassName("two-lines");
        return both;
    }

    private Component states(DeviceRow row) {
        Div states = new Div(
                Pill.neutral(row.enabled() == null ? "Not known" : row.enabled() ? "Enabled" : "Disabled"),
                row.inIntune() ? Pill.good("In Intune") : Pill.attention("Not in Intune"));
        notes.addTo(states, row);
        states.addClassName("pills");
        return states;
    }

    private static Component capped(@Nullable String text) {
        Span span = new Span(text == null ? "" : text);
        span.addClassName("capped");
        span.setTitle(span.getText());
        return span;
    }

    private static Component mono(@Nullable String text) {
        Code code = new Code(text == null || text.isBlank() ? "–" : text);
        code.addClassName("mono");
        return code;
    }
}
