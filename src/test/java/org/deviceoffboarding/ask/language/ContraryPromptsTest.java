package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is so and not so at once is never asked, and a state is read as the words say it. */
class ContraryPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "not enrolled in Intune, not in Intune",
        "unmanaged in Intune, not in Intune",
        "not managed in Intune, not in Intune"
    })
    void notInIntuneIsOneWordAnywhere(String words, String same) {
        same("disabled or (" + words + " and personal)", "disabled or (" + same + " and personal)");
        same("(personal and " + words + ") or disabled", "(personal and " + same + ") or disabled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices that are (in Intune and unmanaged) or disabled",
                "unmanaged devices in Intune or disabled and enabled",
                "(flagged and unflagged) Macs"
            })
    void whatIsSoAndNotSoIsNoQuestion(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"with a broken link", "that have a broken link", "link state broken"})
    void whatHasABrokenLinkHasThatLinkState(String words) {
        same("Macs " + words, "Macs with link state broken");
        same("Macs " + words + " or unclaimed", "Macs with link state broken or unclaimed");
        same("Macs without a broken link", "Macs with link state not broken");
        assertThat(whole("situation broken link").canonical()).contains("situation");
    }

    private static void same(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
