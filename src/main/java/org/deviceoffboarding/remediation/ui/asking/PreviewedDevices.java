package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.remediation.asking.Preview;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * The devices that an action may be asked for, each with its three whole IDs, since names alone can be anyone's. What they are
 * is read as far as it is looked at.
 */
class PreviewedDevices extends Details {

    /** So few are read at a glance. */
    private static final int FEW = 3;

    private static final int LINES_IN_A_PART = 1_000;

    private final transient Preview preview;
    private final transient RequestSubmissionService service;

    PreviewedDevices(Preview preview, RequestSubmissionService service) {
        super(title(preview.objectIds().size()));
        this.preview = preview;
        this.service = service;
        Grid<Line> rows = new Grid<>();
        rows.addComponentColumn(PreviewedDevices::device).setHeader("Device");
        rows.setItemsPageable(this::page, all -> preview.objectIds().size());
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.addClassName("previewed-devices");
        add(files(), rows);
        setOpened(preview.objectIds().size() <= FEW);
        setWidthFull();
    }

    private static String title(int devices) {
        return devices == 1 ? "The device and its IDs" : "The " + Amounts.devices(devices) + " and their IDs";
    }

    private List<Line> page(Pageable page) {
        List<UUID> all = preview.objectIds();
        int from = (int) Math.min(page.getOffset(), all.size());
        List<UUID> ids = all.subList(from, Math.min(from + page.getPageSize(), all.size()));
        Map<UUID, DeviceSnapshot> devices = service.devices(preview.action(), ids).stream()
                .collect(Collectors.toMap(DeviceSnapshot::objectId, Function.identity()));
        return ids.stream().map(id -> new Line(id, devices.get(id))).toList();
    }

    private ExportPage<Integer, Line> part(int from) {
        int next = from + LINES_IN_A_PART;
        List<Line> lines = page(PageRequest.of(from / LINES_IN_A_PART, LINES_IN_A_PART));
        return new ExportPage<>(next, lines, next < preview.objectIds().size());
    }

    private Component files() {
        return WholeList.of("Devices", this::page, () -> part(0), before -> part(before.of()))
                .asOf(RowsAsOf.SETTLED_ROWS)
                .column("Device", of(DeviceSnapshot::name))
                .column("Platform", of(device -> device.platform().label()))
                .column("Kind", of(device -> device.kind().label()))
                .column("Serial number", of(DeviceSnapshot::serialNumber))
                .column("User", of(DeviceSnapshot::user))
                .column("Entra object ID", Line::objectId)
                .column("Entra device ID", of(DeviceSnapshot::deviceId))
                .column("Intune ID", of(DeviceSnapshot::intuneId))
                .needing(Capability.ASK_FOR_ACTIONS)
                .files("devices-to-act-on.csv");
    }

    private static Function<Line, @Nullable Object> of(Function<DeviceSnapshot, @Nullable Object> value) {
        return line -> line.device() == null ? null : value.apply(line.device());
    }

    private static Component device(Line line) {
        DeviceSnapshot device = line.device();
        if (device == null) {
            return lines(new Span("Since you looked, this has changed."), id("Entra object ID", line.objectId()));
        }
        Span name = new Span(DeviceLink.named(device.name()));
        name.addClassName("device-name");
        Span more = new Span(
                Stream.of(device.platform().label(), device.kind().label(), device.serialNumber(), device.user())
                        .filter(text -> text != null && !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        more.addClassName("dim");
        return lines(
                name,
                more,
                id("Entra object ID", device.objectId()),
                id("Entra device ID", device.deviceId()),
                id("Intune ID", device.intuneId()));
    }

    private static Div lines(Component... all) {
        Div lines = new Div(all);
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

    /** @param device null if the action may no longer be asked for it */
    private record Line(UUID objectId, @Nullable DeviceSnapshot device) {}
}
