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
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word that means something, put anywhere into a prompt that is understood, is never passed over. */
class TurnedPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"zorbly", "half of"})
    void wordsThatNobodyKnowsAreMissedWhereverTheyStand(String words) {
        assertThat(passedOver(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not all", "not only", "rarely", "hardly", "formerly"})
    void wordsThatTurnTheMeaningRoundAreMissedWhereverTheyStand(String words) {
        assertThat(passedOver(words)).isEmpty();
    }

    @Test
    void eachPromptIsReadWithAnyOfItsWordsLeftOut() {
        for (String prompt : prompts()) {
            List<String> words = List.of(prompt.split(" "));
            for (int i = 0; i < words.size(); i++) {
                List<String> fewer = new ArrayList<>(words);
                fewer.remove(i);
                assertThat(INTERPRETER.interpret(String.join(" ", fewer), null)).isNotNull();
            }
        }
    }

    /** Returns the prompts that mean the same with the words put in, and of which nothing is said to be missed. */
    private static List<String> passedOver(String inserted) {
        List<String> passed = new ArrayList<>();
        for (String prompt : prompts()) {
            Question question = understood(prompt);
            List<String> words = List.of(prompt.split(" "));
            for (int i = 0; question != null && i <= words.size(); i++) {
                List<String> more = new ArrayList<>(words);
                more.add(i, inserted);
                String turned = String.join(" ", more);
                if (Meaning.same(question, understood(turned)) && !isInReason(turned, inserted)) {
                    passed.add(turned);
                }
            }
        }
        return passed;
    }

    /** A reason is shown with its words, and nothing is asked by it. */
    private static boolean isInReason(String prompt, String words) {
        return INTERPRETER.interpret(prompt, null).reasons().stream()
                .anyMatch(reason -> reason.words().contains(words));
    }

    private static @Nullable Question understood(String prompt) {
        Understanding understanding = INTERPRETER.interpret(prompt, null);
        return understanding.missed().isEmpty() ? understanding.question() : null;
    }

    private static List<String> prompts() {
        try (InputStream stream = TurnedPromptsTest.class.getResourceAsStream("/ask/known.tsv")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .filter(prompt -> prompt.indexOf('"') < 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
