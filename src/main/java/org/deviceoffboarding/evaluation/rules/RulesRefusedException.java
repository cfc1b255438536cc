package org.deviceoffboarding.evaluation.rules;

/** Thresholds can't be saved as they are. Nothing was changed. */
public final class RulesRefusedException extends RuntimeException {

    private final RuleSetting setting;

    RulesRefusedException(RuleSetting setting, String reason) {
        super(reason);
        this.setting = setting;
    }

    /** Returns which of them is refused. */
    public RuleSetting setting() {
        return setting;
    }

    /** Returns why, in a sentence for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
