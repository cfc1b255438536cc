package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import org.deviceoffboarding.ask.language.logic.Impossible;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;

/** The canonical wording of a question is understood as that question, whatever it asks and whenever it is read. */
class CanonicalQuestionTest {

    private static final int QUESTIONS = 5_000;

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void theCanonicalWordingIsUnderstoodAsTheSameQuestion() {
        RandomQuestions questions = new RandomQuestions(new Random(20_261_130));
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = questions.next();
            String canonical = question.canonical();
            Understanding understood = INTERPRETER.interpret(canonical, null);

            if (Impossible.is(question.where())) {
                assertThat(understood.question()).as(canonical).isNull();
                continue;
            }
            assertThat(understood.missed()).as(canonical).isEmpty();
            assertThat(understood.question()).as(canonical).isNotNull().satisfies(read -> {
                assertThat(read.canonical()).isEqualTo(canonical);
                assertThat(read).isEqualTo(question);
            });
        }
    }
}
