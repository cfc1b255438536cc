package org.deviceoffboarding.evaluation.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.audit.AuditedValues;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;

/**
 * An owner changed the rules, or the portal tightened them to what its configuration allows.
 *
 * @param changes what, each with its value now and before, in words
 * @param details the same, by its name
 */
@AuditedAs(
        name = "rules.changed",
        label = "Changed thresholds",
        meaning =
                "An owner changed what runs go by from now on, or the portal tightened it to what its configuration allows.",
        changes = {
            "lookBack: how many days old a removal may be that explains a missing record",
            "silentAfter: after how many days without a sign of life a device counts as silent",
            "gracePeriod: for how many days a device stays disabled before it may be deleted",
            "gracePeriods: the same for platforms that have their own",
            "teamsPhones: makers and models that count as Teams phones",
            "optedIn: kinds that are suggested although they are left out by default",
            "situations: what is looked for",
            "keepProgress: whether status and assignee of a suggestion are taken over by the next run"
        })
@AuditedValues(field = "gracePeriods", of = Platform.class)
@AuditedValues(field = "optedIn", of = Kind.class)
@AuditedValues(field = "situations", of = Situation.class)
record RulesChanged(List<String> changes, AuditDetails details) implements AuditableAction {

    static RulesChanged between(SavedRules before, JudgingRules now, boolean keepProgress) {
        List<String> changes = new ArrayList<>(RuleSentences.of(before.rules(), now));
        if (keepProgress != before.keepProgress()) {
            changes.add("status and assignee are " + (keepProgress ? "kept (were not)" : "not kept (were)"));
        }
        return new RulesChanged(
                List.copyOf(changes),
                details(before.rules(), now).changed("keepProgress", before.keepProgress(), keepProgress));
    }

    private static AuditDetails details(JudgingRules before, JudgingRules now) {
        return AuditDetails.NONE
                .changed("lookBack", before.lookBack().toDays(), now.lookBack().toDays())
                .changed(
                        "silentAfter",
                        before.silentAfter().toDays(),
                        now.silentAfter().toDays())
                .changed(
                        "gracePeriod",
                        before.gracePeriod().toDays(),
                        now.gracePeriod().toDays())
                .changed("gracePeriods", days(before.gracePeriods()), days(now.gracePeriods()))
                .changed("teamsPhones", before.teamsPhones(), now.teamsPhones())
                .changed("optedIn", sorted(before.optedIn()), sorted(now.optedIn()))
                .changed("situations", sorted(before.situations()), sorted(now.situations()));
    }

    private static Map<Platform, Long> days(Map<Platform, Duration> spans) {
        return spans.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, span -> span.getValue().toDays()));
    }

    private static <T extends Comparable<T>> List<T> sorted(Collection<T> some) {
        return some.stream().sorted().toList();
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
