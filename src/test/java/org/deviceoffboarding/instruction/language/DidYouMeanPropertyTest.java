package org.deviceoffboarding.instruction.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.EditDistance;
import org.deviceoffboarding.language.TimePoint;
import org.junit.jupiter.api.Test;

/** However a sentence is garbled, what is offered instead of it is about the same devices, or nothing is. */
class DidYouMeanPropertyTest {

    private static final int GARBLED = 40_000;

    private static final List<String> SENTENCES = List.of(
            "Exclude devices with IDs 8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f, 1d2e3f40-5a6b-7c8d-9e0f-1a2b3c4d5e6f",
            "Exclude devices with last activity after 30 days ago",
            "Include only devices with last activity before 14 March 2026",
            "Include only devices with last activity on or after 2026-03-14",
            "Exclude from all recommendations if device has been inactive in Entra for less than 45 days",
            "Include in all recommendations if device has been active in Entra more than 45 days ago",
            "Exclude devices inactive in Intune for more than 6 weeks",
            "Exclude devices with last sync older than 90 days",
            "Exclude devices with last activity before 25/12/2026 and in group \"Top 10\"",
            "Exclude personal Windows devices with names matching VIP-*",
            "Leave out all Android and iOS devices owned by anna@contoso.com",
            "Include only devices with platform Windows and ownership corporate",
            "Exclude devices with manufacturer Lenovo and with join type registered",
            "Ignore devices with model iPad7* from all recommendations",
            "Exclude devices with situation silent everywhere and with ownership unknown");

    /** Each could make a sentence be about fewer devices. */
    private static final List<String> FOREIGN =
            List.of("compliant", "encrypted", "10", "dormant", "Berlin", "rooted", "stolen", "please", "x", "2019");

    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "after", Comparison.AFTER,
            "on or after", Comparison.ON_OR_AFTER,
            "before", Comparison.BEFORE,
            "less than", Comparison.AFTER,
            "more than", Comparison.BEFORE,
            "older than", Comparison.BEFORE);

    private final Random random = new Random(20_261_128);

    @Test
    void aSentenceWithMisspeltWordsIsOfferedAsItWasMeantOrNotAtAll() {
        int offered = 0;
        for (int i = 0; i < GARBLED; i++) {
            String sentence = one(SENTENCES);
            String misspelt = changed(sentence, 1 + random.nextInt(2), this::misspelt);
            for (String offer : offers(misspelt, true)) {
                offered++;
                if (!instructions(offer).equals(instructions(sentence))) {
                    fail(misspelt + " -> " + offer);
                }
            }
        }
        assertThat(offered).as("sentences offered").isGreaterThan(GARBLED / 10);
    }

    @Test
    void aForeignWordIsPartOfWhatIsOfferedOrNothingIs() {
        for (int i = 0; i < GARBLED; i++) {
            List<String> words = words(one(SENTENCES));
            String foreign = one(FOREIGN);
            words.add(random.nextInt(words.size() + 1), foreign);
            String text = String.join(" ", words);
            for (String offer : offers(text, true)) {
                if (!offer.contains(foreign)) {
                    fail(text + " -> " + offer);
                }
            }
        }
    }

    @Test
    void howeverGarbledTheOfferHasTheTypeTheComparisonsAndTheValuesThatWereWritten() {
        for (int i = 0; i < GARBLED; i++) {
            String sentence = one(SENTENCES);
            List<String> words = words(sentence);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                garble(words);
            }
            String text = String.join(" ", words);
            for (String offer : offers(text, false)) {
                check(text, sentence, offer);
            }
        }
    }

    private void check(String text, String sentence, String offer) {
        List<Instruction> meant = instructions(sentence);
        for (Instruction instruction : instructions(offer)) {
            boolean sameType = instruction.type() == meant.getFirst().type();
            boolean same = written(text).isEmpty() || written(text).containsAll(comparisons(List.of(instruction)));
            boolean sameSide = sides(meant).containsAll(sides(List.of(instruction)));
            if (!sameType
                    || !same
                    || !sameSide
                    || !InstructionText.parse(instruction.canonical())
                            .instructions()
                            .equals(List.of(instruction))) {
                fail(text + " -> " + offer);
            }
            instruction
                    .criteria()
                    .forEach(criterion -> values(criterion).forEach(value -> {
                        if (!isWritten(value, text.toLowerCase(Locale.ROOT))) {
                            fail(text + " -> " + offer + ": nobody wrote " + value);
                        }
                    }));
        }
    }

    /** Returns the comparisons whose words stand in the text as they are. */
    private static Set<Comparison> written(String text) {
        Set<Comparison> written = EnumSet.noneOf(Comparison.class);
        COMPARISONS.forEach((words, comparison) -> {
            if (Pattern.compile("(?<!on or )\\b" + words + "\\b").matcher(text).find()) {
                written.add(comparison);
            }
        });
        return written;
    }

    private static Set<Boolean> sides(List<Instruction> instructions) {
        return comparisons(instructions).stream().map(Comparison::later).collect(Collectors.toSet());
    }

    private static Set<Comparison> comparisons(List<Instruction> instructions) {
        return instructions.stream()
                .flatMap(instruction -> instruction.criteria().stream())
                .filter(Criterion.Activity.class::isInstance)
                .map(criterion -> ((Criterion.Activity) criterion).comparison())
                .collect(Collectors.toSet());
    }

    /** Returns for each value the forms in which it could have been written. */
    private static List<List<String>> values(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Ids ids ->
                ids.ids().stream().map(id -> List.of(id.toString())).toList();
            case Criterion.Choices choices ->
                choices.choices().stream().map(Choice::phrases).toList();
            case Criterion.Texts texts ->
                texts.patterns().stream().map(List::of).toList();
            case Criterion.Groups groups ->
                groups.groups().stream().map(List::of).toList();
            case Criterion.Activity activity -> List.of(forms(activity.moment()));
            case Criterion.Time _, Criterion.Never _, Criterion.Version _, Criterion.None _ ->
                throw new IllegalArgumentException("No instruction goes by " + criterion);
        };
    }

    private static List<String> forms(TimePoint moment) {
        return switch (moment) {
            case TimePoint.Ago ago -> List.of("" + ago.number(), "" + ago.number() / 7);
            case TimePoint.Day day -> List.of("" + day.date().getDayOfMonth());
            case TimePoint.Exactly exactly -> List.of(exactly.words());
        };
    }

    private static boolean isWritten(List<String> forms, String text) {
        return forms.stream()
                .anyMatch(form -> Arrays.stream(form.toLowerCase(Locale.ROOT).split(" "))
                        .allMatch(word -> text.contains(word)
                                || Arrays.stream(text.split("[ ,\"]+"))
                                        .anyMatch(given -> EditDistance.of(given, word) <= 1)));
    }

    /** Returns what is offered, if the text is one sentence that is not understood. */
    private static List<String> offers(String text, boolean alone) {
        InstructionText read = InstructionText.parse(text);
        if (alone && read.sentences().size() > 1) {
            return List.of();
        }
        return read.problems().stream()
                .map(DidYouMeanPropertyTest::nearest)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> nearest(NotUnderstood problem) {
        return DidYouMean.nearest(problem);
    }

    private static List<Instruction> instructions(String text) {
        InstructionText read = InstructionText.parse(text);
        assertThat(read.problems()).as(text).isEmpty();
        return read.instructions();
    }

    private void garble(List<String> words) {
        int at = random.nextInt(words.size());
        int other = random.nextInt(words.size());
        switch (random.nextInt(4)) {
            case 0 -> Collections.swap(words, at, other);
            case 1 -> words.set(at, misspelt(words.get(at)));
            case 2 -> words.add(at, one(FOREIGN));
            default -> {
                if (words.size() > 1) {
                    words.remove(at);
                }
            }
        }
    }

    private String changed(String sentence, int times, UnaryOperator<String> change) {
        List<String> words = words(sentence);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(words.size());
            boolean ofTheLanguage = words.get(at).chars().allMatch(Character::isLetter)
                    && !words.get(at).equals("Lenovo"); // which may be spelt as one likes
            if (ofTheLanguage) {
                words.set(at, change.apply(words.get(at)));
            }
        }
        return String.join(" ", words);
    }

    private String misspelt(String word) {
        StringBuilder letters = new StringBuilder(word);
        int at = random.nextInt(word.length());
        switch (random.nextInt(4)) {
            case 0 -> letters.setCharAt(at, letter());
            case 1 -> letters.insert(at, letter());
            case 2 -> {
                if (at > 0) {
                    letters.setCharAt(at, word.charAt(at - 1));
                    letters.setCharAt(at - 1, word.charAt(at));
                }
            }
            default -> {
                if (word.length() > 1) {
                    letters.deleteCharAt(at);
                }
            }
        }
        return letters.toString();
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private static List<String> words(String sentence) {
        return new ArrayList<>(List.of(sentence.split(" ")));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
