package org.deviceoffboarding.instruction.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What one version of the custom instructions changed of another, line by line. */
final class InstructionDifference {

    /** More are not named. */
    private static final int NAMED = 50;

    private InstructionDifference() {}

    /** Returns it in words, each for the middle of a sentence. */
    static List<String> words(InstructionVersion before, InstructionVersion now) {
        List<String> added = lacking(now.text(), before.text());
        List<String> removed = lacking(before.text(), now.text());
        List<String> words = Stream.concat(
                        named(added).map(line -> "added “" + line + "”"),
                        named(removed).map(line -> "removed “" + line + "”"))
                .toList();
        int more = added.size() + removed.size() - words.size();
        if (more > 0) {
            return Stream.concat(
                            words.stream(), Stream.of(String.format(Locale.ENGLISH, "%,d more lines are others", more)))
                    .toList();
        }
        return words.isEmpty() && !before.text().equals(now.text())
                ? List.of("the same lines in another order, or otherwise apart")
                : words;
    }

    private static Stream<String> named(List<String> lines) {
        return lines.stream().limit(NAMED);
    }

    /** Returns the lines that a text has and another lacks, as often as it lacks them. */
    private static List<String> lacking(String text, String other) {
        Map<String, Integer> there = new HashMap<>();
        lines(other).forEach(line -> there.merge(line, 1, Integer::sum));
        List<String> lacking = new ArrayList<>();
        lines(text).forEach(line -> {
            if (there.merge(line, -1, Integer::sum) < 0) {
                lacking.add(line);
            }
        });
        return lacking;
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }
}
