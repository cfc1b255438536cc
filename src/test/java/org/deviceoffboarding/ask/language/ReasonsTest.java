package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why something is asked is told apart from what is asked, and said. */
class ReasonsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List the stale Macs, because Windows 10 will be replaced. | stale Macs | because Windows 10 will be replaced",
                "stale Macs because our corporate policy changed in January | stale Macs | because our corporate policy changed in January",
                "Which Macs are stale, so that nobody loses disabled devices? | stale Macs | so that nobody loses disabled devices",
                "Show stale Macs so we can wipe them | stale Macs | so we can wipe them",
                "stale Macs in order not to pay for personal ones | stale Macs | in order not to pay for personal ones",
                "Stale Macs, since our lease is ending | stale Macs | since our lease is ending",
                "Stale Macs, as we are not allowed to keep them | stale Macs | as we are not allowed to keep them",
                "My boss asked me which Macs are stale | stale Macs | My boss asked me",
                "Because they are leaving, list the stale Macs | stale Macs | Because they are leaving",
                "For our yearly audit I need the stale Macs | stale Macs | For our yearly audit",
                "To save some money, show the stale Macs | stale Macs | To save some money",
                "stale Macs (because nobody needs them) that are disabled | stale disabled Macs | because nobody needs them",
                "stale Macs, because they are old, except those in a task | stale Macs that are not in a task | 'because they are old'",
                "stale Macs because of the audit except those in a task | stale Macs that are not in a task | because of the audit",
                "stale Macs, because he left, but only personal ones | stale personal Macs | because he left",
                "stale Macs because I must pay for them, grouped by department | stale Macs by department | because I must pay for them",
            })
    void aReasonIsNoCriterion(String prompt, String same, String reason) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isEmpty();
        assertThat(Meaning.same(INTERPRETER.interpret(same, null).question(), understood.question()))
                .as(() -> prompt + " was read as " + understood.question())
                .isTrue();
        assertThat(understood.reasons())
                .extracting(StatedReason::words)
                .singleElement()
                .asString()
                .contains(reason);
        assertThat(understood.reasons())
                .allSatisfy(each ->
                        assertThat(prompt.substring(each.start(), each.end())).isEqualTo(each.words()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices not seen since our last audit",
                "devices registered since the merger",
                "noncompliant because of the firewall",
                "devices that are flagged because they are silent",
                "Macs, as long as they are zorbly"
            })
    void whatCouldBeATimeOrACriterionIsNoReason(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.reasons()).isEmpty();
        assertThat(understood.missed()).isNotEmpty();
    }

    @Test
    void aReasonAloneAsksNothing() {
        Understanding understood = INTERPRETER.interpret("because Windows 10 will be replaced", null);

        assertThat(understood.missed()).extracting(Missed::words).isNotEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry to bother you again, but could you show me the stale Macs? Thanks a lot!",
                "If it isn't too much trouble, list the stale Macs, please.",
                "Would you mind telling me which Macs are stale? I'd really appreciate it.",
                "stale Macs, if you don't mind",
                "Whenever you have a moment: stale Macs. No hurry!",
                "I'd be very grateful if you could list the stale Macs, it puzzles me",
                "Just out of curiosity, which Macs are stale?",
                "I hope you are well. Which Macs are stale? Have a nice weekend"
            })
    void mannersSayNothing(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(Meaning.same(INTERPRETER.interpret("stale Macs", null).question(), understood.question()))
                .as(() -> prompt + " was read as " + understood.question())
                .isTrue();
    }
}
