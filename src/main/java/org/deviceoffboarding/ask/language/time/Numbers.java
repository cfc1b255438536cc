package org.deviceoffboarding.ask.language.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and in words. */
public final class Numbers {

    private static final Pattern DIGITS = Pattern.compile("(\\d{1,6})\\+?");

    private static final List<String> ONES = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                            + " seventeen eighteen nineteen twenty")
                    .split(" "));

    private static final Map<String, Integer> WORDS = words0();

    private static final Set<String> ORDINALS = Set.of(
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "2nd",
            "3rd",
            "4th",
            "5th",
            "other",
            "quarterly");

    private Numbers() {}

    /** Returns whether it counts to one of many. */
    public static boolean isOrdinal(String word) {
        return ORDINALS.contains(word);
    }

    /** Returns the number that a word is, "a" among them, or null. */
    public static @Nullable Integer of(String word) {
        Matcher digits = DIGITS.matcher(word);
        if (digits.matches()) {
            return Integer.valueOf(digits.group(1));
        }
        return word.equals("a") || word.equals("an") ? Integer.valueOf(1) : WORDS.get(word);
    }

    /** Returns the number that a word surely is, or null. */
    public static @Nullable Integer certain(String word) {
        return word.equals("a") || word.equals("an") || word.equals("one") ? null : of(word);
    }

    /** Returns all words that are numbers. */
    public static Set<String> words() {
        return WORDS.keySet();
    }

    private static Map<String, Integer> words0() {
        Map<String, Integer> words = new HashMap<>();
        for (int i = 1; i < ONES.size(); i++) {
            words.put(ONES.get(i), i);
        }
        List<String> tens = List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred");
        for (int i = 0; i < tens.size(); i++) {
            words.put(tens.get(i), 30 + 10 * i);
        }
        for (int ten = 1; ten < 8; ten++) {
            for (int one = 1; one < 10; one++) {
                String tenWord = ten == 1 ? "twenty" : tens.get(ten - 2);
                words.put(tenWord + "-" + ONES.get(one), (ten + 1) * 10 + one);
            }
        }
        words.put("dozen", 12);
        return Map.copyOf(words);
    }
}
