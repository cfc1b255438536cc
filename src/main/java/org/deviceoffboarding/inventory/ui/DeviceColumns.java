package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.JoinType;
import org.jspecify.annotations.Nullable;

/** The columns of the list of devices. */
class DeviceColumns {

    private final Grid<DeviceRow> rows;
    private final NotedDevices<DeviceRow> notes;
    private final RestrictedRows<DeviceRow> restricted;
    private final Clock clock;

    DeviceColumns(
            Grid<DeviceRow> rows, NotedDevices<DeviceRow> notes, RestrictedRows<DeviceRow> restricted, Clock clock) {
        this.rows = rows;
        this.notes = notes;
        this.restricted = restricted;
        this.clock = clock;
    }

    /** Adds them to the table. */
    ListColumns<DeviceRow> add() {
        rows.addComponentColumn(DeviceColumns::device)
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
        var units = restricted.addColumn(rows);
        var objectId = idColumn("Object ID", "objectId", DeviceRow::objectId);
        var deviceId = idColumn("Device ID", "deviceId", DeviceRow::deviceId);
        var intuneId = idColumn("Intune ID", "intuneId", DeviceRow::intuneId);
        rows.setEmptyStateComponent(new EmptyList(
                "No devices to show",
                "Before the first run has ended the portal knows no devices: start one on Overview."));
        rows.setPageSize(50);
        return ListColumns.of(rows)
                .alsoWhenNarrow(state)
                .hiddenAtFirst(ownership, joinType, units, objectId, deviceId, intuneId);
    }

    private Grid.Column<DeviceRow> idColumn(String title, String key, Function<DeviceRow, @Nullable UUID> id) {
        return rows.addComponentColumn(row -> mono(Objects.toString(id.apply(row), null)))
                .setHeader(title)
                .setKey(key)
                .setSortProperty(key);
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
