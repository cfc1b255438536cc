package org.deviceoffboarding.instruction.language;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.EditDistance;
import org.deviceoffboarding.language.TimePoints;

/**
 * Which words of the language a word that it does not know is a slip of the keyboard for. No word that says something is
 * taken for another one, nor for one that says nothing: it could have made the sentence be about fewer devices.
 */
final class Spelling {

    /** From so many letters on two slips count. */
    private static final int LONG = 10;

    private static final int SHORTEST = 4;

    private static final Set<String> NEGATIONS = ErrorWording.NEGATIONS;

    private static final Set<String> KNOWN = known();

    private static final Set<String> MEANT = meant();

    private Spelling() {}

    /** Returns whether the language uses a word anywhere. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a word surely belongs to a name; any other could be one of the language that is misspelt. */
    static boolean isPartOfName(String word) {
        return !isKnown(word) && word.chars().anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    /** Returns whether a value is more likely a misspelt word of the language. */
    static boolean isDoubtful(String value) {
        return value.chars().allMatch(Character::isLowerCase) && KNOWN.stream().anyMatch(word -> isNear(value, word));
    }

    /** Returns the words that could have been meant; none where one of them would turn the sentence round. */
    static List<String> of(String word) {
        String given = word.toLowerCase(Locale.ROOT);
        if (given.length() < SHORTEST
                || given.length() > 2 * LONG
                || isKnown(given)
                || !given.chars().allMatch(Character::isLetter)
                || NEGATIONS.stream().anyMatch(negation -> isNear(given, negation))) {
            return List.of();
        }
        return MEANT.stream()
                .filter(meant -> meant.charAt(0) == given.charAt(0) && isNear(given, meant))
                .sorted()
                .toList();
    }

    private static boolean isNear(String given, String word) {
        int most = Math.min(given.length(), word.length()) < LONG ? 1 : 2;
        return Math.abs(given.length() - word.length()) <= most && EditDistance.of(given, word) <= most;
    }

    private static Set<String> known() {
        Set<String> known = new HashSet<>(Lexicon.all());
        known.addAll(Activities.FILLERS);
        known.addAll(Dates.MONTH.keySet());
        known.addAll(TimePoints.UNITS.keySet());
        known.addAll(NEGATIONS);
        known.addAll(Set.of("yesterday", "ago", "retired"));
        Stream.of(Activities.RELATIONS, Activities.SOURCES)
                .flatMap(phrases -> phrases.all().stream())
                .forEach(phrase -> known.addAll(List.of(phrase.split(" "))));
        return Set.copyOf(known);
    }

    private static Set<String> meant() {
        Set<String> saysNothing = Stream.of(
                        Lexicon.LINKS, Lexicon.DETERMINERS, Lexicon.RELATIONS, Activities.FILLERS, Set.of("and", "or"))
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Set<String> meant = new HashSet<>(KNOWN);
        meant.removeAll(saysNothing);
        meant.removeAll(NEGATIONS);
        meant.removeIf(word -> word.length() < SHORTEST);
        meant.add("with");
        return Set.copyOf(meant);
    }
}
