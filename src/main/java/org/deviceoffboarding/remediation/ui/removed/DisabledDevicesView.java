package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.RestrictedRows;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.asking.AskBulkAction;
import org.deviceoffboarding.remediation.ui.asking.AskDialogs;
import org.deviceoffboarding.remediation.ui.asking.UploadIdsButton;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDeviceFilter;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;
import org.springframework.data.domain.Pageable;

/** What this portal disabled, and when it may be deleted, or why not. */
@Route(RemovedTabs.IN_GRACE_PERIOD)
@PageTitle("Removed devices")
@Menu(order = 34, title = "Removed devices", icon = "vaadin:archive")
@May(Capability.READ)
class DisabledDevicesView extends RemovedDevicesView<DisabledDevice> {

    private final transient DisabledDeviceService devices;
    private final transient GracePeriods gracePeriods;
    private final transient RestrictedRows<DisabledDevice> restricted;
    private final transient RestrictedRows<DisabledDevice> restrictedOfDownload;
    private final transient Clock clock;

    /** By what the rows of the table, and of a download, are shown: read with them. */
    private transient GracePeriodsNow shown;

    private transient volatile GracePeriodsNow downloaded;

    DisabledDevicesView(
            DisabledDeviceService devices,
            GracePeriods gracePeriods,
            DeviceService inventory,
            AskDialogs dialogs,
            UploadIdsButton upload,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        super(
                RemovedTabs.IN_GRACE_PERIOD,
                row -> new SelectedDevice(row.objectId(), row.name()),
                new AskBulkAction(Action.ENABLE, "devices in the grace period", dialogs),
                upload,
                lists,
                openPages);
        this.devices = devices;
        this.gracePeriods = gracePeriods;
        this.restricted = new RestrictedRows<>(inventory, DisabledDevice::objectId);
        this.restrictedOfDownload = new RestrictedRows<>(inventory, DisabledDevice::objectId);
        this.shown = gracePeriods.now();
        this.downloaded = shown;
        this.clock = clock;
    }

    @Override
    RemovedDeviceList<DisabledDevice> devices(TableState state, Runnable changed) {
        DisabledDeviceFilterBar filter = new DisabledDeviceFilterBar(state, changed);
        return new RemovedDeviceList<>(
                filter,
                page -> restricted.readFor(find(filter.value(), page)),
                () -> devices.roughly(filter.value()),
                () -> devices.count(filter.value()),
                () -> matching(filter.value()),
                CsvDownload.of(() -> export(filter.value()), devices::export, restrictedOfDownload::readFor));
    }

    private List<DisabledDevice> find(DisabledDeviceFilter filter, Pageable page) {
        shown = gracePeriods.now();
        return devices.find(filter, page);
    }

    private ExportPage<DisabledDeviceFilter, DisabledDevice> export(DisabledDeviceFilter filter) {
        downloaded = gracePeriods.now();
        return devices.export(filter, order());
    }

    private IntFunction<List<UUID>> matching(DisabledDeviceFilter filter) {
        return most -> devices.ids(filter, most);
    }

    @Override
    ListColumns<DisabledDevice> columns() {
        Grid<DisabledDevice> rows = table(
                this::device,
                "150px",
                new EmptyList(
                        "No disabled devices to show",
                        "No device is disabled by this portal now. To have one disabled, open a suggestion and ask to disable its devices.",
                        SuggestionLink.toAll("Suggestions")));
        rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TimeDisplay.span(row.disabledAt(), clock.instant()))
                .setHeader("Disabled")
                .setKey("disabledAt")
                .setSortProperty("disabledAt")
                .setFlexGrow(0);
        rows.addColumn(DisabledDevice::disabledInWords)
                .setHeader("Disabled by")
                .setKey("disabledBy")
                .setSortProperty("disabledBy")
                .setFlexGrow(2);
        rows.addComponentColumn(row -> wrapped(shown.sentence(row)))
                .setHeader("Grace period")
                .setKey("grace")
                .setWidth("320px")
                .setFlexGrow(4);
        var state = rows.addComponentColumn(row -> shown.pill(row))
                .setHeader("State")
                .setKey("state")
                .setSortProperty("left")
                .setFlexGrow(0);
        var units = restricted.addColumn(rows);
        return ListColumns.of(rows).alsoWhenNarrow(state).hiddenAtFirst(units);
    }

    private Component device(DisabledDevice row) {
        return named(
                DeviceLink.of(row.objectId(), row.name()),
                wrapped(row.platform().label() + " · disabled by " + row.disabledInWords() + " · "
                        + shown.sentence(row)));
    }

    @Override
    CsvDownload<DisabledDevice> export(CsvDownload<DisabledDevice> csv) {
        csv.column("Device", DisabledDevice::name)
                .column("Entra object ID", DisabledDevice::objectId)
                .column("Platform", row -> row.platform().label())
                .column("Disabled (UTC)", DisabledDevice::disabledAt)
                .column("Disabled by", DisabledDevice::disabledInWords)
                .column("Grace period ends (UTC)", row -> downloaded.endsAt(row))
                .column("Left the queue (UTC)", DisabledDevice::leftAt)
                .column("Left because", DisabledDevice::leftBecause);
        return restrictedOfDownload.addTo(csv);
    }

    @Override
    String fileName() {
        return "disabled-devices.csv";
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        span.setTitle(text);
        return span;
    }
}
