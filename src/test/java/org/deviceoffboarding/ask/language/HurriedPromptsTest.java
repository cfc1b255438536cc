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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who chats, hurries or thinks in another language is understood, or asked back. */
class HurriedPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lol which Macs are stale | which Macs are stale",
                "sry dumb question but which Macs are stale | which Macs are stale",
                "k which Macs are stale, sry for the rush | which Macs are stale",
                "stale Macs real quick, asking for a friend lol | stale Macs",
                "gotta run to lunch but stale Macs | stale Macs",
                "stale Macs, can u pull em up | stale Macs",
                "Macs last seen b4 september | Macs last seen before September",
                "Macs synced w Intune today | Macs synced with Intune today",
                "tell me abt LAP-0412 | tell me about LAP-0412",
                "whats the deal w LAP-0412 | tell me about LAP-0412",
                "any idea what to do w LAP-0412 | what to do with LAP-0412",
                "why does it say i should remove LAP-0412 | why is LAP-0412 flagged",
                "Why is the notebook LAP-0412 flagged, I understand it not. | why is LAP-0412 flagged",
                "Explain me what is arrived to the device LAP-0412 | what happened to LAP-0412",
                "stale Macs, every single one | stale Macs",
                "every single one of the stale Macs | stale Macs",
                "every single stale device | stale devices",
                "every stale Windows 10 box | stale Windows 10 devices",
                "serial number is one of the following: PF2ABC11, PF2ABC12 | serial number PF2ABC11 or PF2ABC12",
                "devices that belong to no user | devices without a user",
                "things that are not in intune anymore but still in entra | devices no longer in Intune but still in Entra",
                "the 5 devices that havent been used the longest | the 5 longest unused devices",
                "link state broken or isnt claimed | link state broken or unclaimed",
                "Can I become a list of all Macs? | a list of all Macs",
                "Gives it stale Macs? | are there stale Macs",
                "the devices what are stale | the devices that are stale",
                "registered since the 1. October | registered since 1 October",
                "the devices which the name finishes by -TMP | devices whose name ends with -TMP",
                "Macs that nobody uses since 6 months | Macs not used for 6 months",
                "Android devices whose version of Android is inferior to 12 | Android devices below version 12",
                "devices removed of Intune | devices removed from Intune",
                "Number of devices by type of join | number of devices by join type",
                "model Surface Laptop 3 | model \"Surface Laptop 3\"",
                "enrolled between 2026-01-01 and 2026-03-31 (both days included) | enrolled between 2026-01-01 and 2026-03-31",
            })
    void whatIsSaidInHasteMeansTheSame(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every second one of the stale Macs",
                "Macs that run to lunch",
                "stale Macs of K and L",
                "devices w Intune",
                "devices which the name is not known",
                "devices where one of the following applies"
            })
    void whatMeansSomethingElseIsMissed(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    @Test
    void whoCannotSayWhoseDevicesAreAsksForUnknownOwnership() {
        for (String unsure : List.of(
                "where we don't know if they are",
                "where nobody knows whether they're",
                "of which we cannot tell if they are",
                "that we can't say whether they are")) {
            for (String what :
                    List.of("personal or company owned", "corporate or private", "personal or not", "BYOD")) {
                same("Macs " + unsure + " " + what, "Macs with unknown ownership");
            }
            for (String what : List.of("enabled", "personal or disabled", "compliant or not", "in Intune")) {
                assertThat(INTERPRETER
                                .interpret("Macs " + unsure + " " + what, null)
                                .missed())
                        .as(unsure + " " + what)
                        .isNotEmpty();
            }
        }
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
