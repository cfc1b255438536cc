package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.jspecify.annotations.Nullable;

/** The devices that an action may be asked for, each with its three whole IDs, since names alone can be anyone's. */
class PreviewedDevices extends Details {

    /** So few are read at a glance. */
    private static final int FEW = 3;

    PreviewedDevices(List<DeviceSnapshot> devices) {
        super(
                devices.size() == 1
                        ? "The device and its IDs"
                        : "The " + Amounts.devices(devices.size()) + " and their IDs");
        Grid<DeviceSnapshot> rows = new Grid<>();
        rows.addComponentColumn(PreviewedDevices::device).setHeader("Device");
        rows.setItems(devices);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addClassName("previewed-devices");
        add(files(devices), rows);
        setOpened(devices.size() <= FEW);
        setWidthFull();
    }

    private static Component files(List<DeviceSnapshot> devices) {
        return WholeList.of("Devices", devices)
                .column("Device", DeviceSnapshot::name)
                .column("Platform", device -> device.platform().label())
                .column("Kind", device -> device.kind().label())
                .column("Serial number", DeviceSnapshot::serialNumber)
                .column("User", DeviceSnapshot::user)
                .column("Entra object ID", DeviceSnapshot::objectId)
                .column("Entra device ID", DeviceSnapshot::deviceId)
                .column("Intune ID", DeviceSnapshot::intuneId)
                .needing(Capability.ASK_FOR_ACTIONS)
                .files("devices-to-act-on.csv");
    }

    private static Component device(DeviceSnapshot device) {
        Span name = new Span(DeviceLink.named(device.name()));
        name.addClassName("device-name");
        Span more = new Span(
                Stream.of(device.platform().label(), device.kind().label(), device.serialNumber(), device.user())
                        .filter(text -> text != null && !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        more.addClassName("dim");
        Div lines = new Div(
                name,
                more,
                id("Entra object ID", device.objectId()),
                id("Entra device ID", device.deviceId()),
                id("Intune ID", device.intuneId()));
        lines.addClassName("two-lines");
        return lines;
    }

    private static Component id(String name, @Nullable UUID id) {
        Code code = new Code(id == null ? "–" : id.toString());
        code.addClassName("mono");
        Span label = new Span(name + " ");
        label.addClassName("dim");
        return new Span(label, code);
    }
}
