package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.CsvDownload;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.Filters;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.Action;
import org.deviceoffboarding.remediation.RequestChanged;
import org.deviceoffboarding.remediation.ui.RequestLink;
import org.deviceoffboarding.remediation.ui.asking.AskBulkAction;
import org.deviceoffboarding.remediation.ui.asking.AskDialogs;
import org.deviceoffboarding.remediation.ui.asking.UploadIdsButton;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DeletedDeviceService;

/** What this portal deleted, and for how long it can be restored. */
@Route(DeletedDevicesView.PATH)
@PageTitle("Removed devices")
@RolesAllowed(Roles.READER)
class DeletedDevicesView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "removed/deleted";

    private final transient DeletedDeviceService devices;
    private final transient AskDialogs dialogs;
    private final transient UploadIdsButton upload;
    private final transient Clock clock;
    private final Grid<DeletedDevice> rows = new Grid<>();

    DeletedDevicesView(
            DeletedDeviceService devices,
            AskDialogs dialogs,
            UploadIdsButton upload,
            OpenPages openPages,
            Clock clock) {
        this.devices = devices;
        this.dialogs = dialogs;
        this.upload = upload;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), RequestChanged.class, this::refresh);
        addColumns();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        TextField search = new Filters(state, this::refresh).search("Name, serial number or ID");
        Div filters = new Div(search);
        filters.addClassName("filters");
        rows.setItemsPageable(page -> devices.find(search.getValue(), page), page -> devices.count(search.getValue()));
        state.keepSortOf(rows);
        getContent().removeAll();
        getContent().add(header(search), new RemovedTabs(PATH), filters, selection(search), rows);
    }

    private PageHeader header(TextField search) {
        PageHeader header = new PageHeader("Removed devices").withActions(export(search));
        upload.create(this::refresh).ifPresent(header::withActions);
        return header;
    }

    private Component selection(TextField search) {
        return new DeviceSelection<>(
                rows,
                row -> new SelectedDevice(row.objectId(), row.name()),
                page -> devices.find(search.getValue(), page),
                List.of(new AskBulkAction(Action.RESTORE, "deleted devices", dialogs)));
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private void addColumns() {
        rows.addComponentColumn(DeletedDeviceLines::device)
                .setHeader("Device")
                .setKey("name")
                .setSortProperty("name")
                .setWidth("170px")
                .setFlexGrow(3);
        var serial = rows.addComponentColumn(DeletedDeviceLines::serialNumber)
                .setHeader("Serial number")
                .setKey("serialNumber")
                .setSortProperty("serialNumber")
                .setFlexGrow(2);
        var platform = rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform")
                .setFlexGrow(1);
        var at = rows.addComponentColumn(row -> TimeDisplay.span(row.deletedAt(), clock.instant()))
                .setHeader("Deleted")
                .setKey("deletedAt")
                .setSortProperty("deletedAt")
                .setWidth("150px")
                .setFlexGrow(0);
        var by = rows.addColumn(DeletedDevice::deletedBy)
                .setHeader("Deleted by")
                .setKey("deletedBy")
                .setSortProperty("deletedBy")
                .setFlexGrow(2);
        var request = rows.addComponentColumn(row -> RequestLink.of(row.requestId(), "Request " + row.requestId()))
                .setHeader("Request")
                .setWidth("120px")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> DeletedDeviceLines.left(row, clock.instant()))
                .setHeader("To restore")
                .setKey("restoredAt")
                .setSortProperty("restoredAt")
                .setWidth("150px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, serial, platform, at, by, request);
        rows.setEmptyStateComponent(new EmptyState(
                "No deleted devices to show",
                "Clear the search. Where there are none at all, this portal has not deleted a device yet: once the grace period of a disabled one is over, a run suggests to delete it.",
                new Anchor(DisabledDevicesView.PATH, "In the grace period")));
        rows.setPageSize(50);
    }

    private Component export(TextField search) {
        return CsvDownload.<DeletedDevice>of(page -> devices.find(search.getValue(), page))
                .column("Device", DeletedDevice::name)
                .column("Entra object ID", DeletedDevice::objectId)
                .column("Entra device ID", DeletedDevice::deviceId)
                .column("Serial number", DeletedDevice::serialNumber)
                .column("Platform", row -> row.platform().label())
                .column("Join type", DeletedDevice::joinType)
                .column("Deleted (UTC)", DeletedDevice::deletedAt)
                .column("Deleted by", DeletedDevice::deletedBy)
                .column("Request", DeletedDevice::requestId)
                .column("Days left to restore", row -> row.daysLeft(clock.instant()))
                .column("Restored (UTC)", DeletedDevice::restoredAt)
                .link("deleted-devices.csv");
    }
}
