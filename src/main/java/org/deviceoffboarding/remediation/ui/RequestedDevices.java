package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.SearchField;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.RestrictedRows;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.query.RequestedDeviceFilter;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;

/** The devices of a request, as they were asked for, and what became of each. */
class RequestedDevices extends Composite<Section> {

    private final ChangeRequest request;
    private final transient RequestQueryService requests;
    private final transient DeviceService inventory;
    private final transient RestrictedRows<RequestedDevice> restricted;
    private final transient RequestedDeviceLines lines;
    private final TextField search = new SearchField("Name, serial number, user or ID");
    private final Select<DeviceState> state = new Select<>();
    private final Grid<RequestedDevice> rows = new Grid<>();

    RequestedDevices(ChangeRequest request, RequestQueryService requests, DeviceService inventory, Clock clock) {
        this.request = request;
        this.requests = requests;
        this.inventory = inventory;
        this.restricted = restrictions();
        this.lines = new RequestedDeviceLines(request.action(), restricted, clock);
        search.addValueChangeListener(event -> refresh());
        state.setLabel("State");
        state.setItems(DeviceState.values());
        state.setItemLabelGenerator(each -> each == null ? "Any" : each.label());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("Any");
        state.addValueChangeListener(event -> refresh());
        addColumns();
        rows.setItemsPageable(
                page -> restricted.readFor(requests.devices(request.id(), filter(), page)),
                page -> requests.countDevices(request.id(), filter()));
        Div filters = new Div(search, state);
        filters.addClassName("filters");
        getContent().add(filters, rows);
        getContent().setHeaderSuffix(export());
    }

    @Override
    protected Section initContent() {
        return new Section("Devices");
    }

    /** Reads again what is shown, with which devices would be left alone; the place in the table stays. */
    void show(Recheck recheck) {
        lines.leaveAlone(recheck.reasons());
        refresh();
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private RestrictedRows<RequestedDevice> restrictions() {
        return new RestrictedRows<>(inventory, row -> row.device().objectId());
    }

    private RequestedDeviceFilter filter() {
        return new RequestedDeviceFilter(search.getValue(), state.getValue());
    }

    private void addColumns() {
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addComponentColumn(lines::device)
                .setHeader("Device")
                .setSortProperty("name")
                .setWidth("150px")
                .setFlexGrow(1);
        var serial = rows.addComponentColumn(lines::serialNumber)
                .setHeader("Serial number")
                .setSortProperty("serialNumber")
                .setWidth("132px")
                .setFlexGrow(0);
        var user = rows.addComponentColumn(lines::user)
                .setHeader("User")
                .setSortProperty("user")
                .setWidth("110px")
                .setFlexGrow(1);
        var kind = rows.addComponentColumn(lines::kind)
                .setHeader("Kind")
                .setSortProperty("kind")
                .setWidth("110px")
                .setFlexGrow(0);
        var evidence = rows.addComponentColumn(lines::evidence)
                .setHeader("Evidence")
                .setWidth("250px")
                .setFlexGrow(3);
        rows.addComponentColumn(lines::state)
                .setHeader("State")
                .setSortProperty("state")
                .setWidth("160px")
                .setFlexGrow(1);
        var sent = rows.addComponentColumn(lines::sent)
                .setHeader("Sent")
                .setSortProperty("sentAt")
                .setWidth("100px")
                .setFlexGrow(0);
        var ended = rows.addComponentColumn(lines::ended)
                .setHeader("Ended")
                .setSortProperty("endedAt")
                .setWidth("100px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, serial, user, kind, evidence, sent, ended);
        rows.setEmptyStateComponent(new EmptyState("No device matches", "Clear the search and the filter."));
        rows.setPageSize(50);
        rows.addClassNames("devices-in-suggestion", "devices-of-request");
    }

    private Component export() {
        RestrictedRows<RequestedDevice> units = restrictions();
        CsvDownload<RequestedDevice> taken = CsvDownload.of(
                        () -> requests.exportDevices(request.id(), filter(), GridOrder.of(rows)),
                        requests::exportDevices,
                        units::readFor)
                .column("Device", row -> row.device().name())
                .column("Entra object ID", row -> row.device().objectId())
                .column("Entra device ID", row -> row.device().deviceId())
                .column("Intune ID", row -> row.device().intuneId())
                .column("Serial number", row -> row.device().serialNumber())
                .column("User", row -> row.device().user())
                .column("Platform", row -> row.device().platform().label())
                .column("Ownership", row -> row.device().ownership().label())
                .column("Kind", row -> row.device().kind().label())
                .column("Evidence", row -> row.device().evidence())
                .column("Entra activity (UTC)", row -> row.device().lastSignIn())
                .column("Action", row -> request.action().label())
                .column("State", row -> row.state().label())
                .column("Detail", lines::detail)
                .column("Times asked", RequestedDevice::attempts)
                .column("Sent (UTC)", RequestedDevice::sentAt)
                .column("Accepted (UTC)", RequestedDevice::acceptedAt)
                .column("Ended (UTC)", RequestedDevice::endedAt);
        return units.addTo(taken).link("request-" + request.id() + "-devices.csv");
    }
}
