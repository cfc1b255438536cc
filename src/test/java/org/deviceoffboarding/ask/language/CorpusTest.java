package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What people ask is understood, or it is said what is not. The prompts that were held out before the grammar was written
 * are scored apart, and none of them is shown: whoever saw them could write the grammar for them.
 */
class CorpusTest {

    private static final double RIGHT = 0.98;

    /** What is reached of the 330 that were held out, as a floor. The goal is 98 % and none wrong without a warning. */
    private static final int HELD_OUT_RIGHT = 312;

    private static final int HELD_OUT_WRONG = 2;

    /** What is reached of the 240 of the seventh, as a floor. The goal is the same. */
    private static final int SEVENTH_RIGHT = 228;

    private static final int SEVENTH_WRONG = 0;

    /** What is reached of the 240 of the eighth, as a floor. The goal is the same. */
    private static final int EIGHTH_RIGHT = 239;

    private static final int EIGHTH_WRONG = 0;

    /** What is reached of the 240 of the ninth, as a floor. The goal is the same. */
    private static final int NINTH_RIGHT = 229;

    private static final int NINTH_WRONG = 0;

    /** What is reached of the 240 of the tenth, as a floor. The goal is the same. */
    private static final int TENTH_RIGHT = 140;

    private static final int TENTH_WRONG = 1;

    /** What is reached of the 240 of the eleventh, as a floor. The goal is the same. */
    private static final int ELEVENTH_RIGHT = 207;

    private static final int ELEVENTH_WRONG = 0;

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    /** A line of a corpus. */
    private record Line(
            int number,
            String prompt,
            @Nullable Question expected,
            List<String> missed,
            @Nullable Question before) {}

    /** How the lines of a corpus were understood. */
    private record Score(int lines, List<String> different, List<String> wrong) {
        int right() {
            return lines - different.size();
        }
    }

    @Test
    void promptsThatTheGrammarWasBuiltWithAreUnderstood() {
        holds("known.tsv");
    }

    @Test
    void promptsOfAnotherHandAreUnderstood() {
        holds("further.tsv");
    }

    @Test
    void promptsThatNobodySawBeforeAreUnderstood() {
        Score score = score("held-out.tsv");
        print("held-out.tsv", score);

        assertThat(score.wrong().size())
                .as("How many are wrong without a warning")
                .isLessThanOrEqualTo(HELD_OUT_WRONG);
        assertThat(score.right()).as("How many are right").isGreaterThanOrEqualTo(HELD_OUT_RIGHT);
    }

    /** Of these 160, before any of them was tuned on, 146 were right and 3 wrong without a warning. */
    @Test
    void promptsOfAStrangerAreUnderstood() {
        holds("fourth.tsv");
    }

    /** Of these 160, before any of them was tuned on, 148 were right and 3 wrong without a warning. */
    @Test
    void promptsOfAnotherStrangerAreUnderstood() {
        holds("fifth.tsv");
    }

    /** Of these 450, before any of them was tuned on, 369 were right and 4 wrong without a warning. */
    @Test
    void promptsOfThreeMoreStrangersAreUnderstood() {
        holds("sixth.tsv");
    }

    /** Of these 240, before any of them was tuned on, 171 were right and 5 wrong without a warning. */
    @Test
    void promptsOfTwoMoreStrangersAreUnderstood() {
        reaches("seventh.tsv", SEVENTH_RIGHT, SEVENTH_WRONG);
    }

    /** Of these 240, before any of them was tuned on, 226 were right and 3 wrong without a warning. */
    @Test
    void promptsOfTheLastTwoStrangersAreUnderstood() {
        reaches("eighth.tsv", EIGHTH_RIGHT, EIGHTH_WRONG);
    }

    /** Of these 240, before any of them was tuned on, 175 were right and 4 wrong without a warning. */
    @Test
    void promptsOfPeopleInAHurryAreUnderstood() {
        reaches("ninth.tsv", NINTH_RIGHT, NINTH_WRONG);
    }

    /** Of these 240, before any of them was tuned on, 110 were right and 6 wrong without a warning. */
    @Test
    void promptsOfPeopleWhoTellWhatIsAroundTheirQuestionAreUnderstood() {
        reaches("tenth.tsv", TENTH_RIGHT, TENTH_WRONG);
    }

    /** Of these 240, before any of them was tuned on, 145 were right and 7 wrong without a warning. */
    @Test
    void promptsOfPeopleWhoFilterAndOfPeopleWhoKnowNoWordsOfItAreUnderstood() {
        reaches("eleventh.tsv", ELEVENTH_RIGHT, ELEVENTH_WRONG);
    }

    private static void reaches(String file, int right, int wrong) {
        Score score = score(file);
        print(file, score);

        assertThat(score.wrong()).as(() -> String.join("\n", score.wrong())).hasSizeLessThanOrEqualTo(wrong);
        assertThat(score.right()).as(() -> String.join("\n", score.different())).isGreaterThanOrEqualTo(right);
    }

    private static void holds(String file) {
        Score score = score(file);
        print(file, score);

        assertThat(score.wrong())
                .as(() -> "Wrong without a warning; of all that differs: " + String.join("\n", score.different()))
                .isEmpty();
        assertThat(score.right()).as(() -> String.join("\n", score.different())).isGreaterThanOrEqualTo((int)
                Math.ceil(RIGHT * score.lines()));
    }

    private static void print(String corpus, Score score) {
        System.out.printf(
                Locale.ENGLISH,
                "%s: %d of %d right, %d wrong without a warning%n",
                corpus,
                score.right(),
                score.lines(),
                score.wrong().size());
    }

    /** Returns the prompts of a corpus that is no secret. */
    static List<String> prompts(String file) {
        return lines(file).stream().map(Line::prompt).toList();
    }

    private static Score score(String file) {
        List<Line> lines = lines(file);
        List<String> different = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Line line : lines) {
            Understanding understood = INTERPRETER.interpret(line.prompt(), line.before());
            boolean same = Meaning.same(line.expected(), understood.question());
            boolean reported = isReported(line.missed(), understood.missed())
                    && line.missed().isEmpty() == understood.missed().isEmpty();
            if (!same || !reported) {
                different.add(described(line, understood));
            }
            if (understood.question() != null
                    && understood.missed().isEmpty()
                    && (!same || !line.missed().isEmpty())) {
                wrong.add(described(line, understood));
            }
        }
        return new Score(lines.size(), different, wrong);
    }

    private static boolean isReported(List<String> words, List<Missed> missed) {
        return words.stream()
                .map(CorpusTest::lower)
                .allMatch(word ->
                        missed.stream().anyMatch(each -> lower(each.words()).contains(word)));
    }

    private static String described(Line line, Understanding understood) {
        return line.number() + " " + line.prompt() + "\n    expected " + words(line.expected()) + " missed "
                + line.missed() + "\n    but was  "
                + words(understood.question()) + " missed "
                + understood.missed().stream().map(Missed::words).toList();
    }

    private static String words(@Nullable Question question) {
        return question == null ? "nothing" : question.canonical();
    }

    private static List<Line> lines(String file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] fields = line.split("\t", -1);
                lines.add(new Line(
                        number,
                        fields[0],
                        question(fields[1]),
                        fields.length < 3 || fields[2].isBlank() ? List.of() : List.of(fields[2].split("\\|")),
                        fields.length < 4 ? null : question(fields[3])));
            }
        }
        return lines;
    }

    private static @Nullable Question question(String notation) {
        return notation.isBlank() ? null : CorpusNotation.parse(notation);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String text(String file) {
        try (InputStream stream = CorpusTest.class.getResourceAsStream("/ask/" + file)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
