package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.asking.AskBulkAction;
import org.deviceoffboarding.remediation.ui.asking.AskDialogs;
import org.deviceoffboarding.remediation.ui.asking.UploadIdsButton;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DeletedDeviceService;

/** What this portal deleted, and for how long it can be restored. */
@Route(RemovedTabs.DELETED)
@PageTitle("Removed devices")
@May(Capability.READ)
class DeletedDevicesView extends RemovedDevicesView<DeletedDevice> {

    private final transient DeletedDeviceService devices;
    private final transient Clock clock;

    DeletedDevicesView(
            DeletedDeviceService devices,
            AskDialogs dialogs,
            UploadIdsButton upload,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        super(
                RemovedTabs.DELETED,
                row -> new SelectedDevice(row.objectId(), row.name()),
                new AskBulkAction(Action.RESTORE, "deleted devices", dialogs),
                upload,
                lists,
                openPages);
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    RemovedDeviceList<DeletedDevice> devices(TableState state, Runnable changed) {
        DeletedDeviceFilterBar filter = new DeletedDeviceFilterBar(state, changed);
        return new RemovedDeviceList<>(
                filter,
                page -> devices.find(filter.value(), page),
                () -> devices.roughly(filter.value()),
                () -> devices.count(filter.value()),
                () -> matching(filter.value()),
                CsvDownload.of(() -> devices.export(filter.value(), order()), devices::export));
    }

    private IntFunction<List<UUID>> matching(String filter) {
        return most -> devices.ids(filter, most);
    }

    @Override
    ListColumns<DeletedDevice> columns() {
        Grid<DeletedDevice> rows = table(
                DeletedDeviceLines::device,
                "170px",
                new EmptyList(
                        "No deleted devices to show",
                        "No device that this portal deleted is listed now. Once the grace period of a disabled one is over, a run suggests to delete it.",
                        RemovedTabs.link(RemovedTabs.IN_GRACE_PERIOD)));
        rows.addComponentColumn(DeletedDeviceLines::serialNumber)
                .setHeader("Serial number")
                .setKey("serialNumber")
                .setSortProperty("serialNumber")
                .setFlexGrow(2);
        rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TimeDisplay.span(row.deletedAt(), clock.instant()))
                .setHeader("Deleted")
                .setKey("deletedAt")
                .setSortProperty("deletedAt")
                .setFlexGrow(0);
        rows.addColumn(DeletedDevice::deletedBy)
                .setHeader("Deleted by")
                .setKey("deletedBy")
                .setSortProperty("deletedBy")
                .setFlexGrow(2);
        rows.addComponentColumn(row -> RequestLink.of(row.requestId(), "Request " + row.requestId()))
                .setHeader("Request")
                .setKey("request")
                .setSortProperty("request")
                .setFlexGrow(0);
        var left = rows.addComponentColumn(row -> DeletedDeviceLines.left(row, clock.instant()))
                .setHeader("To restore")
                .setKey("restoredAt")
                .setSortProperty("restoredAt")
                .setFlexGrow(0);
        return ListColumns.of(rows).alsoWhenNarrow(left);
    }

    @Override
    CsvDownload<DeletedDevice> export(CsvDownload<DeletedDevice> csv) {
        return csv.column("Device", DeletedDevice::name)
                .column("Entra object ID", DeletedDevice::objectId)
                .column("Entra device ID", DeletedDevice::deviceId)
                .column("Serial number", DeletedDevice::serialNumber)
                .column("Platform", row -> row.platform().label())
                .column("Join type", row -> JoinType.label(row.joinType()))
                .column("Deleted (UTC)", DeletedDevice::deletedAt)
                .column("Deleted by", DeletedDevice::deletedBy)
                .column("Request", DeletedDevice::requestId)
                .column("Days left to restore", row -> row.daysLeft(clock.instant()))
                .column("Restored (UTC)", DeletedDevice::restoredAt);
    }

    @Override
    String fileName() {
        return "deleted-devices.csv";
    }
}
