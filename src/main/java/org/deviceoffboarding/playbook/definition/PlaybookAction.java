package org.deviceoffboarding.playbook.definition;

import java.util.List;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedFields;
import org.deviceoffboarding.audit.AuditedValues;

/** What owners do to playbooks. */
@AuditedFields(
        details = {"playbook: what it is kept by", "title: what it is called"},
        changes = "steps: all steps in their order, each with what it says")
@AuditedValues(field = "playbook", of = Playbook.Key.class)
sealed interface PlaybookAction extends AuditableAction {

    /** Returns the playbook as it was. */
    Playbook playbook();

    /** Returns its steps as they are since. */
    List<Step> steps();

    @Override
    default String subject() {
        return "playbook:" + playbook().key().path();
    }

    @Override
    default AuditDetails details() {
        return AuditDetails.NONE
                .with("playbook", playbook().key())
                .with("title", playbook().title())
                .changed("steps", said(playbook().steps()), said(steps()));
    }

    private static List<AuditDetails> said(List<Step> steps) {
        return steps.stream()
                .map(step -> AuditDetails.NONE
                        .with("step", step.key())
                        .with("title", step.title())
                        .with("why", step.why())
                        .with("how", step.how())
                        .with("link", step.link() == null ? null : step.link().toString())
                        .with("required", step.required()))
                .toList();
    }

    @AuditedAs(
            name = "playbook.changed",
            label = "Changed a playbook",
            meaning = "An owner changed the order or the words of a playbook's steps.")
    record Changed(Playbook playbook, List<Step> steps) implements PlaybookAction {

        public Changed {
            steps = List.copyOf(steps);
        }

        @Override
        public String action() {
            return "playbook.changed";
        }

        @Override
        public String summary() {
            return "Changed the playbook “" + playbook.title() + "”: "
                    + StepDifference.between(playbook.steps(), steps);
        }
    }

    @AuditedAs(
            name = "playbook.reset",
            label = "Put a playbook back to the default",
            meaning = "An owner gave up what was changed in a playbook.")
    record Reset(Playbook playbook, List<Step> steps) implements PlaybookAction {

        public Reset {
            steps = List.copyOf(steps);
        }

        @Override
        public String action() {
            return "playbook.reset";
        }

        @Override
        public String summary() {
            return "Put the playbook “" + playbook.title() + "” back to the default";
        }
    }
}
