package org.deviceoffboarding.evaluation.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;

/**
 * An owner changed the rules.
 *
 * @param changes what, each with its value before and now
 */
record RulesChanged(List<String> changes) implements AuditableAction {

    static RulesChanged between(SavedRules before, JudgingRules now, boolean keepProgress) {
        List<String> changes = new ArrayList<>();
        JudgingRules was = before.rules();
        compare(
                changes,
                "look-back",
                days(was.lookBack().toDays()),
                days(now.lookBack().toDays()));
        compare(
                changes,
                "silent after",
                days(was.silentAfter().toDays()),
                days(now.silentAfter().toDays()));
        compare(
                changes,
                "grace period",
                days(was.gracePeriod().toDays()),
                days(now.gracePeriod().toDays()));
        compare(changes, "grace periods of platforms", periods(was), periods(now));
        compare(changes, "situations", names(was.situations()), names(now.situations()));
        compare(changes, "kinds suggested", names(was.optedIn()), names(now.optedIn()));
        compare(changes, "Teams phones", list(was.teamsPhones()), list(now.teamsPhones()));
        compare(changes, "status and assignee kept", yes(before.keepProgress()), yes(keepProgress));
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

    private static void compare(List<String> changes, String what, String before, String now) {
        if (!before.equals(now)) {
            changes.add(what + " from " + before + " to " + now);
        }
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String periods(JudgingRules rules) {
        return list(rules.gracePeriods().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey().label() + " " + days(each.getValue().toDays()))
                .toList());
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String names(Collection<? extends Enum<?>> constants) {
        return list(constants.stream().map(Enum::name).sorted().toList());
    }

    private static String list(Collection<String> texts) {
        return texts.isEmpty() ? "none" : texts.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
