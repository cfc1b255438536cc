package org.deviceoffboarding.evaluation.rules;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;

/**
 * An owner changed the rules.
 *
 * @param changes what, each with its value now and before
 */
record RulesChanged(List<String> changes) implements AuditableAction {

    static RulesChanged between(SavedRules before, JudgingRules now, boolean keepProgress) {
        List<String> changes = new ArrayList<>(RuleSentences.of(before.rules(), now));
        if (keepProgress != before.keepProgress()) {
            changes.add("status and assignee are " + (keepProgress ? "kept (were not)" : "not kept (were)"));
        }
        return new RulesChanged(List.copyOf(changes));
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    @Override
    public String action() {
        return "rules.changed";
    }

    @Override
    public String subject() {
        return "rules";
    }

    @Override
    public String summary() {
        return "Changed thresholds: " + String.join("; ", changes);
    }
}
