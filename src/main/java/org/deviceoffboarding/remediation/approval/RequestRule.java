package org.deviceoffboarding.remediation.approval;

import java.util.List;
import java.util.function.BinaryOperator;

/** One of the things that an owner decides about change requests. */
public enum RequestRule {
    APPROVAL_FROM(
            "from how many devices on approval is needed",
            (rules, from) -> new RemediationRules(from.approvalFrom(), rules.perRequest(), rules.perDay())),
    PER_REQUEST(
            "the most devices of a request",
            (rules, from) -> new RemediationRules(rules.approvalFrom(), from.perRequest(), rules.perDay())),
    PER_DAY(
            "the most devices in 24 hours",
            (rules, from) -> new RemediationRules(rules.approvalFrom(), rules.perRequest(), from.perDay()));

    private final String words;
    private final BinaryOperator<RemediationRules> taken;

    RequestRule(String words, BinaryOperator<RemediationRules> taken) {
        this.words = words;
        this.taken = taken;
    }

    /** Returns what it is called in the middle of a sentence. */
    public String words() {
        return words;
    }

    /** Returns what became of it from one version to another, for the middle of a sentence; nothing where it is the same. */
    List<String> changes(SavedRemediationRules before, SavedRemediationRules now) {
        return new RemediationRulesChanged(before.rules(), taken.apply(before.rules(), now.rules())).changes();
    }
}
