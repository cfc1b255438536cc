package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question mark stands for a sign of a name, or ends the question: neither is taken for the other. */
class PatternMarksTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"DE-*-LT??", "LT?-00?", "LT-FRA-00??", "KIOSK-??"})
    void questionMarksOfAPatternStayWithinIt(String pattern) {
        for (String behind : List.of(" and disabled", ", disabled", " but not disabled", " that are disabled")) {
            Understanding understood = INTERPRETER.interpret("devices whose name matches " + pattern + behind, null);

            assertThat(
                            understood.question() == null
                                    ? pattern
                                    : understood.question().canonical())
                    .as(pattern + behind)
                    .contains(pattern);
        }
        assertThat(whole("devices whose name matches " + pattern).canonical()).contains("\"" + pattern + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"why is LAP-0412 flagged??", "what happened to LAP-0412??", "Macs named LAP-*?"})
    void questionMarksOfAQuestionDoNot(String prompt) {
        assertThat(whole(prompt).canonical()).doesNotContain("?");
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
