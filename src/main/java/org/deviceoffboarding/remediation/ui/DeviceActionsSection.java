package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.ui.AuditLink;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.WholeList;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestChanged;
import org.deviceoffboarding.remediation.ui.asking.AskDialogs;
import org.deviceoffboarding.remediation.ui.removed.GracePeriods;
import org.deviceoffboarding.remediation.ui.removed.GracePeriodsNow;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.deviceoffboarding.removed.DeletedDevice;
import org.deviceoffboarding.removed.DeletedDeviceService;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDeviceService;
import org.springframework.core.annotation.Order;

/** What was done to a device from here, what is asked for, and what can be asked for now. */
@org.springframework.stereotype.Component
@Order(20)
class DeviceActionsSection implements DeviceSection {

    private static final int SHOWN = 20;

    private final RequestQueryService requests;
    private final DisabledDeviceService disabledDevices;
    private final DeletedDeviceService deletedDevices;
    private final GracePeriods gracePeriods;
    private final AskDialogs dialogs;
    private final OpenPages openPages;
    private final Clock clock;

    DeviceActionsSection(
            RequestQueryService requests,
            DisabledDeviceService disabledDevices,
            DeletedDeviceService deletedDevices,
            GracePeriods gracePeriods,
            AskDialogs dialogs,
            OpenPages openPages,
            Clock clock) {
        this.requests = requests;
        this.disabledDevices = disabledDevices;
        this.deletedDevices = deletedDevices;
        this.gracePeriods = gracePeriods;
        this.dialogs = dialogs;
        this.openPages = openPages;
        this.clock = clock;
    }

    /** The inventory still says what was so before; this is newer. */
    @Override
    public Optional<Component> state(DeviceFacts device) {
        UUID id = device.entra().objectId();
        return openRequest(id)
                .<Component>map(request ->
                        Pill.progress(request.status().label() + ": " + RequestSentences.verb(request.action())))
                .or(() -> disabledDevices
                        .get(id)
                        .filter(disabled -> disabled.leftAt() == null)
                        .map(disabled ->
                                Pill.neutral(disabled.takenOver() ? "Taken over" : "Disabled by this portal")));
    }

    private Optional<ChangeRequest> openRequest(UUID id) {
        return lines(id).stream()
                .filter(line -> line.request().status().open()
                        && line.device() != null
                        && line.device().state().open())
                .map(RequestList.Line::request)
                .findFirst();
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        UUID id = device.entra().objectId();
        List<RequestList.Line> lines = lines(id);
        Optional<DisabledDevice> disabled = disabledDevices.get(id);
        if (lines.isEmpty() && disabled.isEmpty() && !dialogs.mayAsk()) {
            return Optional.empty();
        }
        Div content = new Div();
        content.addClassName("stack");
        disabled.map(this::facts).ifPresent(content::add);
        content.add(lines.isEmpty() ? new Paragraph("Nothing was asked for from here yet.") : list(id, lines));
        if (dialogs.mayAsk()) {
            content.add(buttons(id, disabled.isPresent()));
        }
        return Optional.of(new Section("Actions", content).withSuffix(AuditLink.about(id, "All on record about it")));
    }

    /** A device that was deleted from here is in no inventory any more; what was done to it is known still. */
    @Override
    public Optional<Component> gone(UUID objectId) {
        return deletedDevices
                .get(objectId)
                .map(deleted -> new Section("Actions", new Paragraph(words(deleted)), list(objectId, lines(objectId)))
                        .withSuffix(AuditLink.about(objectId, "All on record about it")));
    }

    private static String words(DeletedDevice deleted) {
        return "This portal " + (deleted.restoredAt() == null ? "deleted" : "restored") + " "
                + DeviceLink.named(deleted.name()) + " on "
                + TimeDisplay.day(deleted.restoredAt() == null ? deleted.deletedAt() : deleted.restoredAt())
                + ". Devices that can still be restored are under Removed devices.";
    }

    private Facts facts(DisabledDevice device) {
        GracePeriodsNow periods = gracePeriods.now();
        Div gracePeriod = new Div(periods.pill(device), new Span(periods.sentence(device)));
        gracePeriod.addClassName("pills");
        return new Facts()
                .with(
                        device.takenOver() ? "Taken over" : "Disabled",
                        TimeDisplay.span(device.disabledAt(), clock.instant()))
                .with("Disabled by", device.disabledInWords())
                .with("Grace period", gracePeriod);
    }

    private Div list(UUID id, List<RequestList.Line> lines) {
        RequestList list = new RequestList(
                line -> DeviceStatePill.of(Objects.requireNonNull(line.device()).state()), clock);
        list.show(lines);
        openPages.follow(list, RequestChanged.class, () -> list.show(lines(id)));
        Div all = new Div(list);
        if (lines.size() == SHOWN) {
            all.add(RequestList.whole(WholeList.of("Requests about this device", requests.ofDevice(id)))
                    .button("Show all", "requests-of-device-" + id + ".csv"));
        }
        return all;
    }

    private List<RequestList.Line> lines(UUID id) {
        return requests.ofDevice(id).stream()
                .limit(SHOWN)
                .flatMap(request ->
                        requests.device(request.id(), id).map(device -> new RequestList.Line(request, device)).stream())
                .toList();
    }

    /** Offers what would not be refused, and says why the next step would be. */
    private Component buttons(UUID id, boolean disabled) {
        Div buttons = new Div();
        buttons.addClassName("selection");
        Stream.of(Action.DISABLE, Action.ENABLE, Action.DELETE)
                .filter(action -> dialogs.refusal(action, id).isEmpty())
                .forEach(action -> buttons.add(button(action, id)));
        Action next = disabled ? Action.DELETE : Action.DISABLE;
        String refusal = dialogs.refusal(next, id);
        if (!refusal.isEmpty()) {
            buttons.add(new Span(next.label() + ": " + refusal));
        }
        return buttons;
    }

    private Button button(Action action, UUID id) {
        Button button = new Button(
                action.label() + "…",
                click -> dialogs.open(
                        action,
                        List.of(id),
                        "the page of the device",
                        () -> UI.getCurrent().refreshCurrentRoute(false)));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
