package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.CsvDownload;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.Action;
import org.deviceoffboarding.remediation.RequestChanged;
import org.deviceoffboarding.remediation.ui.asking.AskBulkAction;
import org.deviceoffboarding.remediation.ui.asking.AskDialogs;
import org.deviceoffboarding.remediation.ui.asking.UploadIdsButton;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.deviceoffboarding.suggestion.ui.SuggestionLink;

/** What this portal disabled, and when it may be deleted, or why not. */
@Route(DisabledDevicesView.PATH)
@PageTitle("Removed devices")
@Menu(order = 34, title = "Removed devices", icon = "vaadin:archive")
@RolesAllowed(Roles.READER)
class DisabledDevicesView extends Composite<Div> implements BeforeEnterObserver {

    static final String PATH = "removed";

    private final transient DisabledDeviceService devices;
    private final transient GracePeriods gracePeriods;
    private final transient AskDialogs dialogs;
    private final transient UploadIdsButton upload;
    private final transient Clock clock;
    private final Grid<DisabledDevice> rows = new Grid<>();

    DisabledDevicesView(
            DisabledDeviceService devices,
            GracePeriods gracePeriods,
            AskDialogs dialogs,
            UploadIdsButton upload,
            OpenPages openPages,
            Clock clock) {
        this.devices = devices;
        this.gracePeriods = gracePeriods;
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
        DisabledDeviceFilterBar filter = new DisabledDeviceFilterBar(state, this::refresh);
        rows.setItemsPageable(page -> devices.find(filter.value(), page), page -> devices.count(filter.value()));
        state.keepSortOf(rows);
        getContent().removeAll();
        getContent().add(header(filter), new RemovedTabs(PATH), filter, selection(filter), rows);
    }

    private PageHeader header(DisabledDeviceFilterBar filter) {
        PageHeader header = new PageHeader("Removed devices").withActions(export(filter));
        upload.create(this::refresh).ifPresent(header::withActions);
        return header;
    }

    private Component selection(DisabledDeviceFilterBar filter) {
        return new DeviceSelection<>(
                rows,
                row -> new SelectedDevice(row.objectId(), row.name()),
                page -> devices.find(filter.value(), page),
                List.of(new AskBulkAction(Action.ENABLE, "devices in the grace period", dialogs)));
    }

    private void refresh() {
        rows.getDataProvider().refreshAll();
    }

    private void addColumns() {
        rows.addComponentColumn(this::device)
                .setHeader("Device")
                .setKey("name")
                .setSortProperty("name")
                .setWidth("150px")
                .setFlexGrow(3);
        var platform = rows.addColumn(row -> row.platform().label())
                .setHeader("Platform")
                .setKey("platform")
                .setSortProperty("platform")
                .setFlexGrow(1);
        var at = rows.addComponentColumn(row -> TimeDisplay.span(row.disabledAt(), clock.instant()))
                .setHeader("Disabled")
                .setKey("disabledAt")
                .setSortProperty("disabledAt")
                .setWidth("150px")
                .setFlexGrow(0);
        var by = rows.addColumn(DisabledDevice::disabledBy)
                .setHeader("Disabled by")
                .setKey("disabledBy")
                .setSortProperty("disabledBy")
                .setFlexGrow(2);
        var ends = rows.addComponentColumn(row -> wrapped(gracePeriods.sentence(row)))
                .setHeader("Grace period")
                .setFlexGrow(4);
        rows.addComponentColumn(gracePeriods::pill)
                .setHeader("State")
                .setWidth("160px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, platform, at, by, ends);
        rows.setEmptyStateComponent(new EmptyState(
                "No disabled devices to show",
                "Clear the search and the filters. Where there are none at all, this portal has not disabled a device yet: open a suggestion and ask to disable its devices.",
                SuggestionLink.toAll("Suggestions")));
        rows.setPageSize(50);
    }

    private Component device(DisabledDevice row) {
        Span more = wrapped(
                row.platform().label() + " · disabled by " + row.disabledBy() + " · " + gracePeriods.sentence(row));
        more.addClassNames("dim", "second-line");
        Div lines = new Div(DeviceLink.of(row.objectId(), row.name()), more);
        lines.addClassName("two-lines");
        return lines;
    }

    private Component export(DisabledDeviceFilterBar filter) {
        return CsvDownload.<DisabledDevice>of(page -> devices.find(filter.value(), page))
                .column("Device", DisabledDevice::name)
                .column("Entra object ID", DisabledDevice::objectId)
                .column("Platform", row -> row.platform().label())
                .column("Disabled (UTC)", DisabledDevice::disabledAt)
                .column("Disabled by", DisabledDevice::disabledBy)
                .column("Grace period ends (UTC)", gracePeriods::endsAt)
                .column("Left the queue (UTC)", DisabledDevice::leftAt)
                .column("Left because", DisabledDevice::leftBecause)
                .link("disabled-devices.csv");
    }

    private static Span wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        span.setTitle(text);
        return span;
    }
}
