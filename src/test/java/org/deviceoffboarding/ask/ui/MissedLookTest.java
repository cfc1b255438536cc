package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;

/** What was not understood looks like any other notice, by the rules that win: those for all notices are read last. */
class MissedLookTest {

    private static final Path STYLES = Path.of("frontend/styles");
    private static final Pattern RULE = Pattern.compile("(?m)^([^{}@\\n]+)\\{([^{}]*)}");

    @Test
    void theSentenceAndTheListBelowItBeginAtTheOneEdgeWithinTheBox() throws IOException {
        Missed missed = new Missed(0, 4, "zzzz", "That is no word here.", List.of());
        MissedNotice notice = new MissedNotice(
                new Understanding("zzzz macs", null, List.of(), List.of(missed), List.of(), List.of()), _ -> {});

        Map<String, String> box = winning(Set.copyOf(notice.getClassNames()), false);
        assertThat(box).containsEntry("display", "block").containsEntry("text-align", "start");
        assertThat(box.get("padding"))
                .isEqualTo(winning(Set.of("notice"), false).get("padding"));
        assertThat(winning(Set.copyOf(notice.getClassNames()), true)).containsEntry("padding", "0");
    }

    /** Returns what holds of an element with these classes, or of a plain list right in it. */
    private static Map<String, String> winning(Set<String> classes, boolean ofItsList) throws IOException {
        Map<String, String> values = new HashMap<>();
        Map<String, Integer> weights = new HashMap<>();
        for (String file : List.of("ask.css", "portal.css")) {
            Matcher rule = RULE.matcher(Files.readString(STYLES.resolve(file)));
            while (rule.find()) {
                int weight = weight(rule.group(1), classes, ofItsList);
                for (String declaration :
                        weight == 0 ? new String[0] : rule.group(2).split(";")) {
                    String[] parts = declaration.split(":", 2);
                    String property = parts[0].strip().replaceFirst("^(padding)-inline-start$", "$1");
                    if (parts.length == 2 && weight >= weights.getOrDefault(property, 0)) {
                        weights.put(property, weight);
                        values.put(property, parts[1].strip());
                    }
                }
            }
        }
        return values;
    }

    /** Returns how much a rule counts for the element; nothing where it is not for it. */
    private static int weight(String selectors, Set<String> classes, boolean ofItsList) {
        return Arrays.stream(selectors.split(","))
                .map(String::strip)
                .mapToInt(selector -> {
                    String[] steps = selector.split(" > ");
                    if (steps.length != (ofItsList ? 2 : 1)) {
                        return 0;
                    }
                    int own = ofItsList ? weight(steps[1], Set.of("plain-list"), "ul") : 1;
                    int outer = weight(steps[0], classes, "div");
                    return own == 0 || outer == 0 ? 0 : outer + (ofItsList ? own : 0);
                })
                .max()
                .orElse(0);
    }

    private static int weight(String simple, Set<String> classes, String tag) {
        if (simple.equals(tag)) {
            return 1;
        }
        List<String> named = List.of(simple.split("\\."));
        return simple.startsWith(".") && classes.containsAll(named.subList(1, named.size()))
                ? 10 * (named.size() - 1)
                : 0;
    }
}
