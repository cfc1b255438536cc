package org.deviceoffboarding.instruction.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How errors read, and which words were probably meant. */
final class ErrorWording {

    /** Why no sentence can speak of the devices that do not fit. */
    static final String NOT =
            "an instruction cannot say which devices it is not about. Use “Exclude” instead of “Include only”, or the other way round.";

    private static final Set<String> NEGATIONS = Set.of("not", "except", "but", "unless", "without", "other", "no");

    private ErrorWording() {}

    static boolean isNegation(Token token) {
        return token.isWord() && NEGATIONS.contains(token.lower());
    }

    static String leftOver(Cursor cursor) {
        return isNegation(cursor.peek()) ? NOT : "the sentence should end before it.";
    }

    static String choices(ConditionType type) {
        return Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .map(Choice::label)
                .collect(Collectors.joining(", "));
    }

    static List<String> nearChoices(Token token, ConditionType type) {
        List<String> labels = Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .map(Choice::label)
                .toList();
        return List.of(near(token, labels));
    }

    /** Returns at most two words that are only a slip of the keyboard away, the nearest first. */
    static String[] near(Token token, Collection<String> words) {
        String given = token.lower();
        if (given.length() < 2 || given.length() > 30) {
            return new String[0];
        }
        int most = Math.max(1, given.length() / 3);
        return words.stream()
                .filter(word -> word.length() > 1 && Math.abs(word.length() - given.length()) <= most)
                .map(word -> new Near(word, EditDistance.of(given, word.toLowerCase(Locale.ROOT))))
                .filter(near -> near.distance() > 0 && near.distance() <= most)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
                .limit(2)
                .map(Near::word)
                .toArray(String[]::new);
    }

    static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    private record Near(String word, int distance) {}
}
