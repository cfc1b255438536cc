package org.deviceoffboarding.evaluation.rules.ui;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.evaluation.rules.RulesEffect;

/** What there is to know about the numbers of what thresholds would change, a sentence each. */
final class RulesCautions {

    private RulesCautions() {}

    static List<String> of(RulesEffect effect) {
        long run = effect.result().run().id();
        List<String> cautions = new ArrayList<>();
        if (effect.read() != null) {
            cautions.add("Run " + run + " read removals of "
                    + Amounts.count(effect.read().toDays(), "day", "days")
                    + ". What earlier ones explain is known once a run has read them, and is not in these numbers.");
        }
        if (effect.outdated()) {
            cautions.add("Run " + run
                    + " went by other thresholds or instructions than those that are saved now. These numbers compare with what is"
                    + " saved, not with its result.");
        }
        if (!effect.waits().isEmpty()) {
            cautions.add(
                    "This is how it is once all of it holds. Another owner has to confirm, or 24 hours have to pass: "
                            + String.join("; ", effect.waits()) + ".");
        }
        return cautions;
    }
}
