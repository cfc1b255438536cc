package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskSource;

/** What is to be done about the suggestion that a task was added from, as its own page shows it: of the newest result, if it is in it. */
@org.springframework.stereotype.Component
class SourceSteps {

    private final SuggestionService suggestions;
    private final List<SuggestionSection> sections;

    SourceSteps(SuggestionService suggestions, List<SuggestionSection> sections) {
        this.suggestions = suggestions;
        this.sections = sections;
    }

    List<Component> of(Task task) {
        if (task.source().kind() != TaskSource.Kind.SUGGESTION) {
            return List.of();
        }
        long id = task.source().number();
        Optional<SuggestionDetails> found = suggestions.newest(id).or(() -> suggestions.get(id));
        return found.stream()
                .flatMap(details -> sections.stream()
                        .filter(SuggestionSection::leads)
                        .flatMap(section -> section.create(details.suggestion()).stream()))
                .toList();
    }
}
