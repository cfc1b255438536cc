package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sounds like another thing that a device could be is not taken for it. */
class LikeWordsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corporate, link broken | corporate devices with link state broken",
                "devices last active before the first of June | devices last active before 1 June",
                "Macs enrolled after the twenty-first of October | Macs enrolled after 21 October",
                "Macs enrolled since the thirtieth of September 2025 | Macs enrolled since 30 September 2025",
                "Yes hello, show me stale Macs | show me stale Macs",
                "nah, show me stale Macs | show me stale Macs",
                "devices removed by hiding | removal kind hidden",
                "Macs removed by wiping | Macs with removal kind wiped",
                "wiped devices, per person who did it | wiped devices by removed by",
                "how many Macs were retired, per admin who did it | number of Macs that were retired by removed by"
            })
    void oneIsReadAsTheOther(String prompt, String same) {
        assertThat(whole(prompt)).isEqualTo(whole(same));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never enrolled, enabled", "Macs that were never enrolled"})
    void whatWasNeverEnrolledIsNotWhatIsNotInIntuneNow(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed())
                .extracting(Missed::words)
                .anyMatch(words -> words.contains("never"));
    }

    @Test
    void theSameForAnotherDeviceAsksWhatWasAskedBefore() {
        for (Wish wish : List.of(Wish.HISTORY, Wish.NEXT, Wish.DISABLED_BY, Wish.WHY, Wish.DEVICE)) {
            Question before = new Question(wish, null, List.of(), null, null, List.of("LAP-0412"));
            Question then = INTERPRETER.interpret("same for LAP-0413", before).question();

            assertThat(then).isEqualTo(new Question(wish, null, List.of(), null, null, List.of("LAP-0413")));
        }
    }

    @Test
    void whatIsAskedOfTheOtherDeviceIsNotWhatWasAskedBefore() {
        Question before = new Question(Wish.HISTORY, null, List.of(), null, null, List.of("LAP-0412"));

        Question then = Objects.requireNonNull(
                INTERPRETER.interpret("who disabled LAP-0413", before).question());

        assertThat(then.wish()).isEqualTo(Wish.DISABLED_BY);
    }

    private static Question whole(String prompt) {
        var understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
