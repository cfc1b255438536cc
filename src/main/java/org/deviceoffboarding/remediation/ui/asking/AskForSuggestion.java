package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.FoundDevice;
import org.deviceoffboarding.inventory.ui.DeviceSelection;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.ui.StepButton;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.ui.request.RequestLink;
import org.deviceoffboarding.removed.VerifiedChange;
import org.deviceoffboarding.suggestion.DoneDevices;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.data.domain.PageRequest;

/** Asks to disable all devices of a suggestion or, where they are ready for that, to delete them, at that step of its playbook. */
@org.springframework.stereotype.Component
class AskForSuggestion implements StepButton {

    private final SuggestionService suggestions;
    private final RequestQueryService requests;
    private final FlaggedDevices flagged;
    private final AskDialogs dialogs;

    AskForSuggestion(
            SuggestionService suggestions, RequestQueryService requests, FlaggedDevices flagged, AskDialogs dialogs) {
        this.suggestions = suggestions;
        this.flagged = flagged;
        this.requests = requests;
        this.dialogs = dialogs;
    }

    /** Hybrid joined devices are never acted on from here. */
    @Override
    public Optional<Component> create(Stage stage, SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        Action action = suggestion.situation() == Situation.READY_TO_DELETE ? Action.DELETE : Action.DISABLE;
        boolean others = stage != (action == Action.DELETE ? Stage.DELETE : Stage.DISABLE);
        if (others || !details.current() || suggestion.group() == KindGroup.HYBRID) {
            return Optional.empty();
        }
        long left = left(action, suggestion);
        if (left <= 0) {
            return asked(suggestion);
        }
        if (!dialogs.mayAsk()) {
            return Optional.empty();
        }
        if (flagged.result().filter(flagged::outdated).isPresent()) {
            return Optional.of(new Span(
                    action.label() + ": an owner changed thresholds or instructions since this run. Run again first."));
        }
        return Optional.of(
                new Button(action.label() + " " + Amounts.devices(left) + "…", click -> open(action, suggestion)));
    }

    /** Where all devices are asked for, the step is done by what becomes of that. */
    private Optional<Component> asked(Suggestion suggestion) {
        return requests.find(RequestFilter.ofSuggestion(suggestion.id()), PageRequest.ofSize(1)).stream()
                .filter(request -> request.status().open())
                .<Component>map(request -> RequestLink.of(request.id(), "Open request " + request.id()))
                .findFirst();
    }

    private void open(Action action, Suggestion suggestion) {
        if (suggestion.devices() > DeviceSelection.MOST) {
            Notices.problem("These are more than " + Amounts.devices(DeviceSelection.MOST)
                    + ", too many to ask for at once. Pick some of them in the list below.");
            return;
        }
        boolean replaced = suggestions
                .newest(suggestion.id())
                .filter(newest -> newest.suggestion().id() == suggestion.id())
                .isEmpty();
        if (replaced) {
            Notices.problem(
                    "A newer run has replaced this suggestion. Follow the link above to what the newest result says, and"
                            + " ask there.");
            return;
        }
        dialogs.open(
                action.label() + " the devices of this suggestion",
                suggestion.devices(),
                () -> newest(action, suggestion),
                () -> UI.getCurrent().refreshCurrentRoute(false));
    }

    /** A newer run may replace the suggestion while the dialog is open. */
    private Optional<AskDialogInput> newest(Action action, Suggestion suggestion) {
        return suggestions
                .newest(suggestion.id())
                .map(SuggestionDetails::suggestion)
                .map(newest -> new AskDialogInput(
                        List.of(action),
                        left(action, newest.id()),
                        "suggestion '" + newest.title() + "'",
                        newest.id(),
                        newest.sort()));
    }

    /** Returns how many devices nothing was done to yet, nor is asked for. */
    private long left(Action action, Suggestion suggestion) {
        DoneDevices done = suggestion.done();
        long of = done.deleted() + (action == Action.DISABLE ? done.waiting() : 0);
        return suggestion.devices() - of - requests.inOpenRequests(suggestion.id());
    }

    private List<UUID> left(Action action, long suggestionId) {
        List<UUID> devices = suggestions.foundDevices(suggestionId, "", DeviceSelection.MOST).stream()
                .filter(device -> isLeft(action, device))
                .map(FoundDevice::objectId)
                .toList();
        Set<UUID> asked = requests.openRequests(devices).keySet();
        return devices.stream().filter(device -> !asked.contains(device)).toList();
    }

    private static boolean isLeft(Action action, FoundDevice device) {
        VerifiedChange.Kind change = device.change();
        return change == null
                || (change != VerifiedChange.Kind.DELETED && (action == Action.DELETE || !change.leavesDisabled()));
    }
}
