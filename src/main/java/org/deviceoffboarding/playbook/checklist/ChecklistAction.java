package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.playbook.definition.Step;
import org.deviceoffboarding.suggestion.Suggestion;

/** What people do to the checklist of a suggestion. */
@AuditedFields(
        details = {
            "suggestion: its number",
            "title: what the suggestion is called",
            "step: what the step is kept by",
            "stepTitle: what the step is called",
            "required: whether later steps wait for it"
        },
        changes = "ticked: whether the step is ticked")
sealed interface ChecklistAction extends AuditableAction {

    Suggestion suggestion();

    Step step();

    /** Returns whether the step is ticked since. */
    boolean ticked();

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE
                .with("suggestion", suggestion().id())
                .with("title", suggestion().title())
                .with("step", step().key())
                .with("stepTitle", step().title())
                .with("required", step().required())
                .changed("ticked", !ticked(), ticked());
    }

    @Override
    default String subject() {
        return "suggestion:" + suggestion().id();
    }

    @AuditedAs(
            name = "step.ticked",
            label = "Ticked a step",
            meaning = "Somebody said that a step of a suggestion's playbook is done.")
    record Ticked(Suggestion suggestion, Step step) implements ChecklistAction {
        @Override
        public String action() {
            return "step.ticked";
        }

        @Override
        public boolean ticked() {
            return true;
        }

        @Override
        public String summary() {
            return "Ticked “" + step.title() + "” of “" + suggestion.title() + "”";
        }
    }

    @AuditedAs(
            name = "step.unticked",
            label = "Took a step's tick back",
            meaning = "Somebody said that a step of a suggestion's playbook is not done.")
    record Unticked(Suggestion suggestion, Step step) implements ChecklistAction {
        @Override
        public String action() {
            return "step.unticked";
        }

        @Override
        public boolean ticked() {
            return false;
        }

        @Override
        public String summary() {
            return "Took the tick of “" + step.title() + "” of “" + suggestion.title() + "” back";
        }
    }
}
