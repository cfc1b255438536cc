package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Wildcard;

/** Patterns, each with its instruction, parted by the character that they begin with. */
final class PatternTable implements Matcher {

    private record Entry(Wildcard pattern, int position) {}

    private final ConditionType type;
    private final Map<Character, List<Entry>> beginnings = new HashMap<>();
    private final List<Entry> anywhere = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    PatternTable(ConditionType type) {
        this.type = type;
    }

    void add(String text, int position) {
        if (known.add(text)) { // else an instruction before says the same
            Wildcard pattern = new Wildcard(text);
            List<Entry> entries = pattern.first() == Wildcard.ANY
                    ? anywhere
                    : beginnings.computeIfAbsent(pattern.first(), _ -> new ArrayList<>());
            entries.add(new Entry(pattern, position));
        }
    }

    @Override
    public int first(Subject device) {
        int first = Integer.MAX_VALUE;
        List<String> texts = device.texts(type);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isEmpty()) {
                List<Entry> beginning = beginnings.getOrDefault(Wildcard.folded(text.charAt(0)), List.of());
                first = Math.min(first, Math.min(first(anywhere, text), first(beginning, text)));
            }
        }
        return first;
    }

    private static int first(List<Entry> entries, String text) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).pattern().fits(text)) {
                return entries.get(i).position(); // they stand in the order of the instructions
            }
        }
        return Integer.MAX_VALUE;
    }
}
