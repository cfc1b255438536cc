package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said out of habit never changes what is asked, and what means something is never passed over with it. It looks at
 * every fifth of the known prompts, so that it takes seconds.
 */
class LooseWordsPropertyTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<KnownPrompts.Prompt> PROMPTS = KnownPrompts.fifthUnderstoodBy(INTERPRETER);

    /** Each stands before a whole prompt. */
    private static final List<String> BEFORE = List.of(
            "Hi there, ",
            "No hurry, but ",
            "If it's not too much trouble: ",
            "If you have a minute, ",
            "Sorry to bother you again, ",
            "Just out of curiosity, ",
            "lol sry, ",
            "omg real quick, ",
            "Would it be possible to see: ",
            "Quick question: ");

    /** Each stands behind one. */
    private static final List<String> BEHIND = List.of(
            " lol",
            ", thanks so much",
            ", if that's not too much trouble",
            ", no rush at all",
            ". Much appreciated!",
            ", if you don't mind",
            ". That really helps a lot.",
            ". Have a nice day!",
            ", period",
            " real quick",
            ", asking for a friend");

    private static final Pattern DENIAL = Pattern.compile(
            "(?i)\\b(?:not|no|never|without|except|excluding|unless|neither|nor|isn't|aren't|don't|doesn't|haven't|hasn't"
                    + "|other than|apart from)(?= )");

    private static final Pattern NUMBER =
            Pattern.compile("(?i)\\b\\d+(?= (?:days?|weeks?|months?|years?|hours?|devices|oldest|newest|longest)\\b)");

    private static final Pattern VALUE = Pattern.compile(
            "(?i)\\b(?:personal|corporate|private|disabled|enabled|noncompliant|hybrid|stale|restricted|excepted|linux|android)(?= )");

    /** Other sorts of questions tell of a device whatever it is or is not. */
    private static boolean asksByCriteria(KnownPrompts.Prompt prompt) {
        return !prompt.meaning().wish().single();
    }

    @Test
    void habitsBeforeAndBehindAPromptNeverChangeWhatItAsks() {
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < PROMPTS.size(); i++) {
            KnownPrompts.Prompt prompt = PROMPTS.get(i);
            String open = prompt.text().replaceAll("[.! ]+$", "");
            for (String loose :
                    List.of(BEFORE.get(i % BEFORE.size()) + prompt.text(), open + BEHIND.get(i % BEHIND.size()))) {
                Understanding understood = INTERPRETER.interpret(loose, prompt.before());
                if (understood.missed().isEmpty() && !Meaning.same(prompt.meaning(), understood.question())) {
                    changed.add(loose + ": " + canonical(understood));
                }
            }
        }

        assertThat(PROMPTS).hasSizeGreaterThan(300);
        assertThat(changed).isEmpty();
    }

    /** A second denial can be that of the first, said twice; what was seen between two moments was not seen since. */
    @Test
    void theFirstDenialIsNeverPassedOver() {
        assertThat(passedOver(DENIAL, "between")).isEmpty();
    }

    @Test
    void numbersOfDaysAndDevicesAreNeverPassedOver() {
        assertThat(passedOver(NUMBER, "\0")).isEmpty();
    }

    /** Where nothing is said twice. */
    @Test
    void whatDevicesAreIsNeverPassedOver() {
        assertThat(passedOver(VALUE, " or silent and ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hybrid joined devices synced with Intune for at least 45 days",
                "Devices that have been seen for more than 180 days",
                "Macs used for longer than a year",
                "Personal devices signed in to Entra for over 90 days",
                "Devices not in a task and in an exception",
                "Devices that are not in a task and are excepted",
                "Flagged devices not excepted and in a request"
            })
    void whatCouldMeanTheOppositeIsAskedBack(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).question()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Devices last seen for more than 90 days | Devices not seen for more than 90 days",
                "Devices that nobody used for more than 90 days | Devices not used for more than 90 days",
                "Devices not in a task or in an exception | Devices not in a task and not in an exception",
                "Devices removed by not anna@contoso.com | Devices removed by anyone but anna@contoso.com",
                "Devices wiped by other than anna@contoso.com | Devices wiped by anyone but anna@contoso.com",
                "Removed by: not anna@contoso.com | Devices removed by anyone but anna@contoso.com",
                "Explain what happened to TAB-LYON-04 | What happened to TAB-LYON-04?",
                "Hi there, explain me what is arrived to TAB-LYON-04 | What happened to TAB-LYON-04?",
                "Hello: gives it Macs without a user? | Macs without a user",
                "Explain why TAB-LYON-04 is flagged | Why is TAB-LYON-04 flagged?"
            })
    void theseMeanOneThing(String prompt, String meant) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(Meaning.same(
                        understood.question(),
                        INTERPRETER.interpret(meant, null).question()))
                .as(() -> prompt + ": " + canonical(understood))
                .isTrue();
    }

    /** Returns the prompts that ask the same without what a pattern finds in them first, and of which nothing is said. */
    private static List<String> passedOver(Pattern meaningful, String but) {
        List<String> passed = new ArrayList<>();
        int tried = 0;
        for (KnownPrompts.Prompt prompt : PROMPTS) {
            Matcher matcher = meaningful.matcher(prompt.text());
            boolean found =
                    matcher.find() && asksByCriteria(prompt) && !prompt.text().contains(but);
            if (found && !isInReason(prompt, matcher)) {
                tried++;
                String without = matcher.replaceFirst("").replaceAll(" +", " ").strip();
                Understanding understood = INTERPRETER.interpret(without, prompt.before());
                if (understood.missed().isEmpty()
                        && !understood.apart()
                        && Meaning.same(prompt.meaning(), understood.question())) {
                    passed.add(prompt.text() + " without " + matcher.group());
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
        return passed;
    }

    /** A reason is shown with its words, and nothing is asked by it. */
    private static boolean isInReason(KnownPrompts.Prompt prompt, Matcher matcher) {
        return INTERPRETER.interpret(prompt.text(), prompt.before()).reasons().stream()
                .anyMatch(reason -> reason.start() <= matcher.start() && reason.end() >= matcher.end());
    }

    private static String canonical(Understanding understood) {
        Question question = understood.question();
        return question == null ? "nothing" : question.canonical();
    }
}
