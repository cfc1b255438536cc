package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestProgress;
import org.deviceoffboarding.remediation.ui.request.RequestSentences;
import org.deviceoffboarding.removed.DeletedDevice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The button of a finished request that asks for the action which takes it back, for the devices that it was done to. */
@Component
public class UndoButton {

    private static final List<DeviceState> DONE = List.of(DeviceState.VERIFIED, DeviceState.NOT_VERIFIED);

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
        return request.devices() > LongWork.FEW
                ? ofMany(back.get(), dialog, request, done)
                : exactly(back.get(), dialog, request, done);
    }

    /** Which of very many it may still be asked for is looked at once somebody wants to. */
    private Optional<Button> ofMany(Action back, Undo dialog, ChangeRequest request, Runnable done) {
        RequestProgress progress = requests.progress(request);
        return DONE.stream().allMatch(state -> progress.count(state) == 0)
                ? Optional.empty()
                : Optional.of(button(back, "its devices", dialog, () -> done(request), request, done));
    }

    private Optional<Button> exactly(Action back, Undo dialog, ChangeRequest request, Runnable done) {
        List<UUID> devices = dialog.allowed(back, done(request));
        return devices.isEmpty()
                ? Optional.empty()
                : Optional.of(button(back, Amounts.devices(devices.size()), dialog, () -> devices, request, done));
    }

    private static Button button(
            Action back, String what, Undo dialog, Supplier<List<UUID>> devices, ChangeRequest request, Runnable done) {
        String asking = "Ask to " + RequestSentences.verb(back) + " " + what;
        return new Button(
                asking + "…",
                click -> WorkDialog.before(
                        asking,
                        "The devices that it was done to are looked up.",
                        request.devices(),
                        progress -> devices.get(),
                        found -> dialog.open(back, found, "request " + request.id(), done)));
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

    /** Returns the devices that Entra did it to. */
    private List<UUID> done(ChangeRequest request) {
        return requests.deviceIds(request.id(), DONE);
    }
}
