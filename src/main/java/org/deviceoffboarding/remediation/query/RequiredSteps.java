package org.deviceoffboarding.remediation.query;

import java.util.List;
import org.deviceoffboarding.playbook.MissingSteps;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.remediation.request.Action;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what the playbook of a suggestion requires before its devices are acted on. */
@Component
class RequiredSteps {

    private final MissingSteps missing;

    RequiredSteps(MissingSteps missing) {
        this.missing = missing;
    }

    /** Returns the titles of required steps before an action that nobody has ticked; none for devices of no suggestion. */
    List<String> missing(Action action, @Nullable Long suggestionId) {
        if (!action.takesAway() || suggestionId == null) {
            return List.of();
        }
        Stage stage = action == Action.DELETE ? Stage.DELETE : Stage.DISABLE;
        return missing.before(stage, suggestionId);
    }
}
