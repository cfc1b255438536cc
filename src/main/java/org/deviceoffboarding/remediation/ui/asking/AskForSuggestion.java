package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.ui.SuggestionButton;
import org.springframework.data.domain.PageRequest;

/** The button of a suggestion that asks to disable all devices in it or, where they are ready for that, to delete them. */
@org.springframework.stereotype.Component
class AskForSuggestion implements SuggestionButton {

    /** Nobody looks through a list of more before asking, whatever the cap of a request is. */
    private static final int MOST = 20_000;

    private static final int PAGE = 1_000;

    private final SuggestionService suggestions;
    private final AskDialogs dialogs;

    AskForSuggestion(SuggestionService suggestions, AskDialogs dialogs) {
        this.suggestions = suggestions;
        this.dialogs = dialogs;
    }

    /** Hybrid joined devices are never acted on from here. */
    @Override
    public Optional<Component> create(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        if (!details.current() || suggestion.group() == KindGroup.HYBRID || !dialogs.mayAsk()) {
            return Optional.empty();
        }
        Action action = suggestion.situation() == Situation.READY_TO_DELETE ? Action.DELETE : Action.DISABLE;
        Button ask = new Button(
                action.label() + " " + Amounts.devices(suggestion.devices()) + "…", click -> open(action, suggestion));
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        return Optional.of(ask);
    }

    private void open(Action action, Suggestion suggestion) {
        if (suggestion.devices() > MOST) {
            Notices.problem("These are more than " + Amounts.devices(MOST)
                    + ", too many to ask for at once. Pick some of them in the list below.");
            return;
        }
        dialogs.open(
                new AskDialogInput(
                        List.of(action),
                        devices(suggestion.id()),
                        "suggestion '" + suggestion.title() + "'",
                        suggestion.id()),
                () -> UI.getCurrent().refreshCurrentRoute(false));
    }

    private List<UUID> devices(long suggestionId) {
        List<UUID> devices = new ArrayList<>();
        List<Finding> page;
        int number = 0;
        do {
            page = suggestions.devices(suggestionId, "", PageRequest.of(number++, PAGE));
            page.forEach(device -> devices.add(device.objectId()));
        } while (page.size() == PAGE);
        return devices;
    }
}
