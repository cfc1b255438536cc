package org.deviceoffboarding.remediation;

import java.util.List;
import org.deviceoffboarding.playbook.ChecklistService;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what the playbook of a suggestion requires before its devices are acted on. */
@Component
class RequiredSteps {

    private final ChecklistService checklists;

    RequiredSteps(ChecklistService checklists) {
        this.checklists = checklists;
    }

    /** Returns the titles of required steps before an action that nobody has ticked; none for devices of no suggestion. */
    List<String> missing(Action action, @Nullable Long suggestionId) {
        if (!action.takesAway() || suggestionId == null) {
            return List.of();
        }
        Stage stage = action == Action.DELETE ? Stage.DELETE : Stage.DISABLE;
        return checklists.find(suggestionId).stream()
                .flatMap(checklist -> checklist.missingBefore(stage).stream())
                .map(Step::title)
                .toList();
    }
}
