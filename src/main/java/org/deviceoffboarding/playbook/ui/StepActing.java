package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.jspecify.annotations.Nullable;

/** Makes what there is to press at the steps of a suggestion. */
@org.springframework.stereotype.Component
class StepActing {

    private final List<StepButton> buttons;
    private final SuggestionService suggestions;

    StepActing(List<StepButton> buttons, SuggestionService suggestions) {
        this.buttons = buttons;
        this.suggestions = suggestions;
    }

    /**
     * Returns it for a step that is not done. What the portal does itself can be pressed at any step; where else a step is
     * done is offered at the next one, and by why and how at the others.
     */
    Optional<Component> of(Step step, long suggestionId, boolean isNext) {
        return switch (step.portal()) {
            case DISABLE -> button(Stage.DISABLE, suggestionId);
            case DELETE -> button(Stage.DELETE, suggestionId);
            case DOWNLOAD, KEY_CHECK -> Optional.empty(); // these have a panel of their own
            case NONE, VERIFY -> isNext ? link(step.link()) : Optional.empty();
        };
    }

    /** Returns whether a suggestion is of the newest result, so that anything can be done about it. */
    boolean current(long suggestionId) {
        return suggestions.get(suggestionId).filter(SuggestionDetails::current).isPresent();
    }

    private Optional<Component> button(Stage stage, long suggestionId) {
        return suggestions
                .get(suggestionId)
                .flatMap(details -> buttons.stream()
                        .flatMap(button -> button.create(stage, details).stream())
                        .findFirst());
    }

    private static Optional<Component> link(@Nullable URI address) {
        return Stream.ofNullable(address).<Component>map(StepLink::new).findFirst();
    }
}
