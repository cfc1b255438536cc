package org.deviceoffboarding.playbook.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a change did to the steps of a playbook, in words for the audit log. */
final class StepDifference {

    private StepDifference() {}

    static String between(List<Step> before, List<Step> after) {
        Map<String, Step> earlier = new HashMap<>();
        before.forEach(step -> earlier.put(step.key(), step));
        List<String> differences = new ArrayList<>();
        for (Step step : after) {
            Step was = Objects.requireNonNull(earlier.get(step.key()), "A change adds no step");
            List<String> parts = parts(was, step);
            if (!parts.isEmpty()) {
                differences.add("“" + was.title() + "” (" + String.join(", ", parts) + ")");
            }
        }
        if (!keys(before).equals(keys(after))) {
            differences.add("the order is now " + String.join(", ", titles(after)));
        }
        return String.join("; ", differences) + ".";
    }

    private static List<String> parts(Step was, Step is) {
        List<String> parts = new ArrayList<>();
        if (!was.title().equals(is.title())) {
            parts.add("now called “" + is.title() + "”");
        }
        if (!was.why().equals(is.why())) {
            parts.add("why");
        }
        if (!was.how().equals(is.how())) {
            parts.add("how");
        }
        if (!Objects.equals(was.link(), is.link())) {
            parts.add(is.link() == null ? "no link" : "link " + is.link());
        }
        if (was.required() != is.required()) {
            parts.add(is.required() ? "now required" : "no longer required");
        }
        return parts;
    }

    private static List<String> keys(List<Step> steps) {
        return steps.stream().map(Step::key).toList();
    }

    private static List<String> titles(List<Step> steps) {
        return steps.stream().map(step -> "“" + step.title() + "”").toList();
    }
}
