package org.deviceoffboarding.evaluation.rules;

import java.util.List;
import java.util.function.BinaryOperator;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;

/** One of the things that an owner decides about judging. */
public enum RuleSetting {
    LOOK_BACK("look-back", (rules, from) -> rules.withLookBack(from.lookBack())),
    SILENT_AFTER("silent after", (rules, from) -> rules.withSilentAfter(from.silentAfter())),
    GRACE_PERIOD("grace period", (rules, from) -> rules.withGracePeriod(from.gracePeriod())),
    GRACE_PERIODS("grace periods of platforms", (rules, from) -> rules.withGracePeriods(from.gracePeriods())),
    SITUATIONS("situations", (rules, from) -> rules.withSituations(from.situations())),
    OPTED_IN("protected kinds", (rules, from) -> rules.withOptedIn(from.optedIn())),
    TEAMS_PHONES("Teams phones", (rules, from) -> rules.withTeamsPhones(from.teamsPhones())),

    /** No rule of judging, so it changes none. */
    KEEP_PROGRESS("status and assignee", (rules, from) -> rules);

    private final String words;
    private final BinaryOperator<JudgingRules> taken;

    RuleSetting(String words, BinaryOperator<JudgingRules> taken) {
        this.words = words;
        this.taken = taken;
    }

    /** Returns what it is called in the middle of a sentence. */
    public String words() {
        return words;
    }

    /** Returns what became of it from one version to another, for the middle of a sentence; nothing where it is the same. */
    List<String> changes(SavedRules before, SavedRules now) {
        return this == KEEP_PROGRESS
                ? RulesChanged.between(before, before.rules(), now.keepProgress())
                        .changes()
                : RuleSentences.of(before.rules(), taken.apply(before.rules(), now.rules()));
    }
}
