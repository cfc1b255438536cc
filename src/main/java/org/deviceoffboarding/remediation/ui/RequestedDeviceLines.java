package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.RestrictedRows;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.jspecify.annotations.Nullable;

/** How a device of a request looks in a table. */
final class RequestedDeviceLines {

    private final Action action;
    private final RestrictedRows<RequestedDevice> restricted;
    private final Clock clock;
    private Map<UUID, String> leftAlone = Map.of();

    RequestedDeviceLines(Action action, RestrictedRows<RequestedDevice> restricted, Clock clock) {
        this.action = action;
        this.restricted = restricted;
        this.clock = clock;
    }

    /** Says of devices that wait why they would be left alone, by their object IDs. */
    void leaveAlone(Map<UUID, String> reasons) {
        leftAlone = Map.copyOf(reasons);
    }

    /** Returns why the device is, or would be, left alone, or failed; else may be empty. */
    String detail(RequestedDevice row) {
        String reason = leftAlone.get(row.device().objectId());
        return row.state() == DeviceState.WAITING && row.detail().isBlank() && reason != null
                ? "Would be left alone. " + reason
                : row.detail();
    }

    /** Returns the name and the three IDs; in a narrow window also what other columns say. */
    Component device(RequestedDevice row) {
        DeviceSnapshot device = row.device();
        Span more = new Span(
                Stream.of(device.serialNumber(), device.user(), kindWords(device), TimesInText.local(device.evidence()))
                        .filter(text -> text != null && !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        more.addClassNames("dim", "second-line");
        return lines(
                DeviceLink.of(device.objectId(), device.name()),
                id("Object", device.objectId()),
                id("Device", device.deviceId()),
                id("Intune", device.intuneId()),
                more);
    }

    Component serialNumber(RequestedDevice row) {
        String serialNumber = row.device().serialNumber();
        Code code = new Code(serialNumber == null || serialNumber.isBlank() ? "–" : serialNumber);
        code.addClassName("mono");
        return code;
    }

    Component user(RequestedDevice row) {
        return wrapped(row.device().user());
    }

    Component kind(RequestedDevice row) {
        return wrapped(kindWords(row.device()));
    }

    Component evidence(RequestedDevice row) {
        return wrapped(TimesInText.local(row.device().evidence()));
    }

    /** Returns the state, and below it why, or what it means. */
    Component state(RequestedDevice row) {
        String detail = detail(row);
        String why = detail.isBlank() ? RequestSentences.meaning(action, row.state()) : detail;
        Div pills = new Div(DeviceStatePill.of(row.state()));
        if (restricted.isRestricted(row)) {
            pills.add(mark(restricted.names(row)));
        }
        pills.addClassName("pills");
        return lines(pills, new LongText(why, "result"));
    }

    private static Component mark(@Nullable String units) {
        Component mark = Pill.attention("Restricted in Entra");
        mark.getElement()
                .setAttribute(
                        "title",
                        units == null
                                ? "In a restricted administrative unit; its page says why it is not known in which."
                                : "In " + units);
        return mark;
    }

    Component sent(RequestedDevice row) {
        Span attempts = new Span(row.attempts() > 1 ? "asked " + row.attempts() + " times" : "");
        attempts.addClassName("dim");
        return lines(TimeDisplay.span(row.sentAt(), clock.instant()), attempts);
    }

    Component ended(RequestedDevice row) {
        return TimeDisplay.span(row.endedAt(), clock.instant());
    }

    private static String kindWords(DeviceSnapshot device) {
        return device.platform().label() + ", " + device.kind().label();
    }

    private static Component id(String name, @Nullable UUID id) {
        Span label = new Span(name + " ");
        label.addClassName("dim");
        Span line = new Span(label, IdDisplay.shortened(id));
        line.addClassName("short-id");
        return line;
    }

    private static Component lines(Component... components) {
        Div lines = new Div(components);
        lines.addClassName("two-lines");
        return lines;
    }

    private static Span wrapped(@Nullable String text) {
        Span span = new Span(text == null ? "" : text);
        span.addClassName("wrap");
        return span;
    }
}
