package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.query.RequestedDeviceFilter;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.deviceoffboarding.removed.DeletedDevice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** The button of a finished request that asks for the action which takes it back, for the devices that it was done to. */
@Component
public class UndoButton {

    private static final int PAGE = 1_000;

    private final RequestQueryService requests;
    private final ObjectProvider<Undo> undo;
    private final CurrentActor currentActor;
    private final Clock clock;

    UndoButton(RequestQueryService requests, ObjectProvider<Undo> undo, CurrentActor currentActor, Clock clock) {
        this.requests = requests;
        this.undo = undo;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns nothing where nothing is left that can be taken back, or the person may not ask for it. */
    public Optional<Button> of(ChangeRequest request, Runnable done) {
        Undo dialog = undo.getIfAvailable();
        Optional<Action> back = back(request);
        if (dialog == null || back.isEmpty() || !currentActor.may(Capability.ASK_FOR_ACTIONS)) {
            return Optional.empty();
        }
        List<UUID> devices = dialog.allowed(back.get(), done(request));
        String words = "Ask to " + RequestSentences.verb(back.get()) + " " + Amounts.devices(devices.size()) + "…";
        return devices.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Button(words, click -> dialog.open(back.get(), devices, "request " + request.id(), done)));
    }

    private Optional<Action> back(ChangeRequest request) {
        return switch (request.action()) {
            case DISABLE -> Optional.of(Action.ENABLE);
            case DELETE -> stillKept(request) ? Optional.of(Action.RESTORE) : Optional.empty();
            case ENABLE, RESTORE -> Optional.empty();
        };
    }

    private boolean stillKept(ChangeRequest request) {
        Instant ended = request.finishedAt();
        return ended != null && clock.instant().isBefore(ended.plus(DeletedDevice.KEPT));
    }

    /** Returns the devices that Entra did it to, as far as it can be taken back. */
    private List<UUID> done(ChangeRequest request) {
        List<UUID> devices = new ArrayList<>();
        for (DeviceState state : List.of(DeviceState.VERIFIED, DeviceState.NOT_VERIFIED)) {
            RequestedDeviceFilter filter = new RequestedDeviceFilter("", state);
            List<RequestedDevice> page;
            int number = 0;
            do {
                page = requests.devices(request.id(), filter, PageRequest.of(number++, PAGE));
                page.stream()
                        .map(RequestedDevice::device)
                        .filter(device -> request.action() != Action.DELETE || device.restorable())
                        .forEach(device -> devices.add(device.objectId()));
            } while (page.size() == PAGE);
        }
        return devices;
    }
}
