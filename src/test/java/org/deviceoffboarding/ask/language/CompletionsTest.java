package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.deviceoffboarding.ask.language.Completions.Completed;
import org.deviceoffboarding.ask.language.Completions.Completion;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.language.ConditionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "devi,devices",
        "devices not se,not seen for 90 days",
        "devices grouped by plat,grouped by platform",
        "Macs that are nonc,noncompliant",
        "devices in the gr,in the group"
    })
    void phrasesThatGoOnWithWhatIsTypedAreOffered(String prompt, String offered) {
        Completed completed = Completions.of(prompt, prompt.length());

        assertThat(completed.phrases()).extracting(Completion::text).contains(offered);
    }

    @Test
    void nothingTypedOffersWhatIsAskedMost() {
        assertThat(Completions.of("", 0).phrases()).extracting(Completion::text).startsWith("devices", "how many");
    }

    @ParameterizedTest
    @CsvSource({
        "devices of user an,USER,an",
        "tell me about LAP,NAME,LAP",
        "'devices in the group ',GROUP,''",
        "manufacturer is De,MANUFACTURER,De"
    })
    void namesAreLeftToTheInventory(String prompt, ConditionType names, String typed) {
        Completed completed = Completions.of(prompt, prompt.length());

        assertThat(completed.names()).isEqualTo(names);
        assertThat(completed.typed()).isEqualTo(typed);
        assertThat(completed.start()).isEqualTo(prompt.length() - typed.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"devices ina", "Macs not sy", "how many flag", "windows devices enr", "devices without a us"})
    void whatIsOfferedIsUnderstoodInItsPlace(String prompt) {
        List<Completion> offered = Completions.of(prompt, prompt.length()).phrases();

        assertThat(offered).isNotEmpty().hasSizeLessThanOrEqualTo(8).allSatisfy(completion -> {
            String completed = prompt.substring(0, completion.start()) + completion.text();
            String value =
                    Completions.of(completed + " ", completed.length() + 1).names() == null ? "" : " LAP*";
            completed += value;
            assertThat(INTERPRETER.interpret(completed, null).missed())
                    .as(completed)
                    .isEmpty();
        });
    }

    @Test
    void onlyWhatStandsBeforeTheCaretCounts() {
        Completed completed = Completions.of("dev that are disabled", 3);

        assertThat(completed.phrases()).contains(new Completion(0, "devices"));
    }
}
