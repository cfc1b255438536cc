package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deviceoffboarding.ask.language.logic.Impossible;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.Ebnf;
import org.deviceoffboarding.language.EbnfDerivation;
import org.junit.jupiter.api.Test;

/** The grammar in {@code questions.ebnf} says what the code reads. */
class QuestionGrammarTest {

    private static final Path FILE = Path.of("src/main/resources/org/deviceoffboarding/ask/language/questions.ebnf");
    private static final String BEGIN = "(* generated: the phrases of prompts *)\n";
    private static final String END = "(* end of the phrases of prompts *)";
    private static final int DERIVED = 5_000;

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("date", List.of("1 March 2026", "28 February 2020")),
            Map.entry("instant", List.of("2026-03-01T12:00:00Z")),
            Map.entry("count", List.of("1", "90", "100")),
            Map.entry("version", List.of("\"17\"", "\"10.0.22000\"")),
            Map.entry(
                    "quoted",
                    List.of("\"LAP*\"", "\"Anna's \"\"iPad\"\"\"", "\"anna@contoso.com\"", "\"not flagged\"")),
            Map.entry("device", List.of("\"LAPTOP-1\"", "\"Anna's iPad\"")),
            Map.entry("other device", List.of("\"LAPTOP-2\"")));

    @Test
    void thePhrasesOfTheGrammarAreThoseOfTheCode() throws IOException {
        String text = Files.readString(FILE);
        String wanted = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + "\n"
                + String.join("\n", QuestionPhrases.lines()) + "\n\n" + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, wanted);
        } else {
            assertThat(text)
                    .as(
                            "The phrases in %s are made from the code, which has changed. Rewrite them by running this test with -Ddocs.write=true.",
                            FILE)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void theCanonicalQuestionsOfTheGrammarAreUnderstood() {
        EbnfDerivation derivation = new EbnfDerivation(new Ebnf(text()), SAMPLES, new Random(20_261_130));
        int impossible = 0;
        for (int i = 0; i < DERIVED; i++) {
            String question = derivation.of("canonical question");
            Understanding understood = INTERPRETER.interpret(question, null);

            boolean never = understood.missed().stream()
                    .anyMatch(missed -> missed.reason().equals(Impossible.REASON));
            if (never) {
                impossible++;
                continue;
            }
            assertThat(understood.missed()).as(question).isEmpty();
            assertThat(understood.question()).as(question).isNotNull();
        }
        assertThat(impossible).as("Questions that no device can fit").isLessThan(DERIVED / 10);
    }

    private static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
