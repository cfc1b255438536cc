package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.suggestion.Suggestion;

/** What people do to the checklist of a suggestion. */
sealed interface ChecklistAction extends AuditableAction {

    Suggestion suggestion();

    @Override
    default String subject() {
        return "suggestion:" + suggestion().id();
    }

    record Ticked(Suggestion suggestion, Step step) implements ChecklistAction {
        @Override
        public String action() {
            return "step.ticked";
        }

        @Override
        public String summary() {
            return "Ticked “" + step.title() + "” of “" + suggestion.title() + "”";
        }
    }

    record Unticked(Suggestion suggestion, Step step) implements ChecklistAction {
        @Override
        public String action() {
            return "step.unticked";
        }

        @Override
        public String summary() {
            return "Took the tick of “" + step.title() + "” of “" + suggestion.title() + "” back";
        }
    }
}
