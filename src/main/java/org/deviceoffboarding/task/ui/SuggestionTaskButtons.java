package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.ui.SuggestionButton;
import org.deviceoffboarding.task.TaskSource;
import org.springframework.stereotype.Component;

/** Assigns a suggestion, and adds a task about its devices. */
@Component
class SuggestionTaskButtons implements SuggestionButton {

    private final TaskDialogs dialogs;
    private final CurrentActor currentActor;

    SuggestionTaskButtons(TaskDialogs dialogs, CurrentActor currentActor) {
        this.dialogs = dialogs;
        this.currentActor = currentActor;
    }

    @Override
    public List<Button> create(SuggestionDetails details) {
        if (!details.current()) {
            return List.of();
        }
        Suggestion suggestion = details.suggestion();
        List<Button> buttons = new ArrayList<>();
        if (currentActor.may(Capability.WORK_SUGGESTIONS) && dialogs.mayWork()) {
            buttons.add(new Button("Assign…", click -> dialogs.assign(suggestion, SuggestionTaskButtons::showAgain)));
        }
        if (dialogs.mayWork()) {
            buttons.add(new Button("Add to tasks…", click -> add(suggestion)));
        }
        return buttons;
    }

    private void add(Suggestion suggestion) {
        dialogs.add(
                new TaskSource(TaskSource.Kind.SUGGESTION, Long.toString(suggestion.id()), suggestion.title()),
                suggestion.title(),
                Map.of(),
                suggestion.devices(),
                SuggestionTaskButtons::showAgain);
    }

    private static void showAgain() {
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
