package org.deviceoffboarding.ask.language.around;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.language.Meaning;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
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
                "Which Macs are stale? We rolled out a new policy. | stale Macs | We rolled out a new policy",
                "The helpdesk says they can't recover a disk: which Macs are stale? | stale Macs | The helpdesk says they can't recover a disk",
                "Before I run the cleanup tonight, which Macs are stale? | stale Macs | Before I run the cleanup tonight",
                "Our license true-up is coming up, so which Macs are stale? | stale Macs | Our license true-up is coming up",
                "There shouldn't be any, but which Macs are stale? | stale Macs | There shouldn't be any",
                "Which Macs are stale? The onboarding team wants feedback. | stale Macs | The onboarding team wants feedback",
                "I need to order replacements: which Macs are stale? | stale Macs | I need to order replacements",
                "A colleague left and she had the right to wipe things. Which Macs are stale? | stale Macs | A colleague left and she had the right to wipe things",
                "Who disabled LAP-0412? The user called me twice about it. | who disabled LAP-0412 | The user called me twice about it",
                "Why is LAP-0412 flagged? The store manager claims that it's disabled. | why is LAP-0412 flagged | The store manager claims that it's disabled",
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
                "Macs, as long as they are zorbly",
                "Show devices because I want only Macs",
                "We are cleaning up the stale Macs. How many are there, zorbly?",
                "Which Macs are stale? The auditors say they must be disabled.",
                "Which Macs are stale? We need the Dell.",
                "Which Macs are stale? I excluded Finance.",
                "Which Macs are stale? I look after Berlin.",
                "Which Macs are stale? I am in Zorbly.",
                "Which Macs are stale? The policy applies to tablets.",
                "Which Macs are stale? We deal with Zorbly.",
                "Which Macs are stale? The help desk left out Finance.",
                "Which Macs are stale? The old ones."
            })
    void whatCouldBeATimeOrACriterionIsNoReason(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.reasons()).isEmpty();
        assertThat(understood.missed()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They must be personal.",
                "It is personal ones only.",
                "I mean personal.",
                "We want personal.",
                "My boss wants only personal."
            })
    void aSentenceThatSpeaksOfTheDevicesIsACondition(String sentence) {
        Understanding understood = INTERPRETER.interpret("Which Macs are stale? " + sentence, null);

        assertThat(Meaning.same(
                        INTERPRETER.interpret("stale personal Macs", null).question(), understood.question()))
                .as(() -> sentence + " was read as " + understood.question())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Because Windows 10 no longer gets updates, which corporate devices still run it?",
                "Since our stale Macs are a risk, who are the users with them?",
                "Because iOS 15 is too old, show corporate devices on that"
            })
    void aReasonThatTheQuestionPointsBackToIsAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed())
                .first()
                .extracting(Missed::words)
                .isEqualTo(prompt.substring(0, prompt.indexOf(',')));
    }

    @Test
    void aReasonAloneIsReadAsWhatItNamesAndMissed() {
        Understanding understood = INTERPRETER.interpret("because Windows 10 will be replaced", null);

        assertThat(understood.reasons()).isEmpty();
        assertThat(understood.missed()).extracting(Missed::words).contains("because");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macs because we pay for them but not the stale ones",
                "Macs because of the audit, not the stale ones",
                "Macs, since we need them, and only those that are not stale"
            })
    void aReasonEndsWhereSomethingIsLeftOut(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(Meaning.same(
                        INTERPRETER.interpret("Macs that are not stale", null).question(), understood.question()))
                .as(() -> prompt + " was read as " + understood.question())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Owner = None and OS = iOS | iOS devices without a user",
                "MDM = None, Compliant No | noncompliant devices not in Intune",
                "Compliance Not compliant | noncompliant devices",
                "MDM = Microsoft Intune | devices in Intune",
                "retired in the Intune admin center, still in the Entra admin center | retired in Intune, still in Entra",
                "join type (hybrid joined or registered) | join type hybrid joined or registered",
                "noncompliant devices in the \"Human Resources\" department | noncompliant devices in department \"Human Resources\""
            })
    void thePortalsColumnsAreReadAsTheyAreHeaded(String prompt, String same) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isEmpty();
        assertThat(Meaning.same(INTERPRETER.interpret(same, null).question(), understood.question()))
                .as(() -> prompt + " was read as " + understood.question())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform: stale", "platform = flagged and disabled", "devices reported stolen last week"})
    void aFieldWithoutAValueAndATimeOfWhatIsNotUnderstoodLeaveNoQuestion(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "departments with the most Macs | Number of devices that have platform macOS, by department",
                "which manufacturer do we have the fewest devices of | Number of devices by manufacturer, sorted by number of devices ascending",
                "top 5 departments with the most devices | Number of devices by department, at most 5",
                "stale devices by platform, sorted by number of devices ascending | Number of devices that have situation silent everywhere, silent and unmanaged, by platform, sorted by number of devices ascending"
            })
    void groupsAreSortedByTheirSizes(String prompt, String canonical) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(understood.question())
                .isNotNull()
                .extracting(Question::canonical)
                .isEqualTo(canonical);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s, because Windows 10 will be replaced",
                "%s, since our contract ends",
                "%s so that I can report it to the board",
                "%s in order not to lose personal data",
                "%s (my boss asked me)",
                "%s, if you don't mind",
                "Because nobody uses them, %s",
                "For our yearly audit: %s",
                "We are moving to a new office. %s",
                "We rolled out a new policy. %s",
                "%s. I have just changed the detection rules.",
                "The helpdesk says they can't recover a disk: %s",
                "%s. The onboarding team wants feedback",
                "Could you please, when you have a moment, %s"
            })
    void aReasonAndMannersAroundAPromptChangeNothingOfIt(String form) throws IOException {
        List<String> changed = new ArrayList<>();
        int same = 0;
        int prompts = 0;
        for (String prompt : prompts()) {
            Understanding alone = INTERPRETER.interpret(prompt, null);
            if (alone.whole() && alone.reasons().isEmpty()) {
                Understanding within = INTERPRETER.interpret(form.formatted(prompt), null);
                boolean meansTheSame = Meaning.same(alone.question(), within.question());
                prompts++;
                same += within.whole() && meansTheSame ? 1 : 0;
                if (within.whole() && !meansTheSame) {
                    changed.add(within.prompt());
                }
            }
        }
        assertThat(changed).isEmpty();
        assertThat(same).as("How many are read whole, of " + prompts).isGreaterThanOrEqualTo(prompts * 98 / 100);
    }

    /** Returns prompts without what ends a sentence. */
    private static List<String> prompts() throws IOException {
        try (InputStream file = Objects.requireNonNull(ReasonsTest.class.getResourceAsStream("/ask/known.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .filter(prompt -> !prompt.endsWith("*-LAB-??"))
                    .map(prompt -> prompt.replaceAll("[.?! ]+$", ""))
                    .toList();
        }
    }
}
