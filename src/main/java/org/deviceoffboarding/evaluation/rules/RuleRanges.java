package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.Optional;
import org.deviceoffboarding.judging.JudgingRules;

/** What thresholds can be, beyond what {@link JudgingRules} refuse themselves and what the portal's configuration allows. Pure. */
public final class RuleRanges {

    /** In days. Whoever wants more does not want the situation. */
    public static final int LONGEST_SILENCE = 3_650;

    /** In days, as are the next. */
    public static final int SHORTEST_LOOK_BACK = 1;

    public static final int LONGEST_LOOK_BACK = 365;

    public static final int LONGEST_GRACE_PERIOD = 365;

    /** In characters. */
    public static final int LONGEST_ENTRY = 100;

    public static final int MOST_ENTRIES = 500;

    private RuleRanges() {}

    /** Returns what is refused, if anything is. */
    static Optional<RulesRefusedException> refusal(JudgingRules rules) {
        if (rules.silentAfter().compareTo(Duration.ofDays(LONGEST_SILENCE)) > 0) {
            return refused(RuleSetting.SILENT_AFTER, "Not over " + LONGEST_SILENCE + " days.");
        }
        if (rules.situations().isEmpty()) {
            return refused(RuleSetting.SITUATIONS, "Pick at least one: without any, a run would suggest nothing.");
        }
        if (rules.teamsPhones().size() > MOST_ENTRIES) {
            return refused(RuleSetting.TEAMS_PHONES, "Not over " + MOST_ENTRIES + " lines.");
        }
        return rules.teamsPhones().stream().anyMatch(entry -> entry.length() > LONGEST_ENTRY)
                ? refused(RuleSetting.TEAMS_PHONES, "A line has more than " + LONGEST_ENTRY + " characters.")
                : Optional.empty();
    }

    private static Optional<RulesRefusedException> refused(RuleSetting setting, String reason) {
        return Optional.of(new RulesRefusedException(setting, reason));
    }
}
