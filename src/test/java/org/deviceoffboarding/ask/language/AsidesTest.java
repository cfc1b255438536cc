package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Aside;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is told around a question is left aside and said to be; whatever could be part of the question is not. Of the corpora it
 * looks at every fifth prompt, so that it takes seconds.
 */
class AsidesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> ASKED = List.of(
            "Which Macs are stale?",
            "How many devices have no user?",
            "Show me the disabled devices in the Sales department.",
            "Number of flagged devices by platform?");

    private static final List<String> TOLD = List.of(
            "I'm in the car so I'll just say it",
            "My manager is standing behind me",
            "There's a lady at my desk who is shouting",
            "I spilled my coffee on the keyboard",
            "We had a rough start");

    private static final List<String> SAYS_MORE = List.of(
            "Encrypted",
            "The battery is weak",
            "They are in Oslo",
            "We bought them in May",
            "I mean the leased kind",
            "I only care about the rented ones",
            "I'm in Oslo",
            "My boss took out the leased ones",
            "We skip the leased ones",
            "I work for sales",
            "With a cracked screen",
            "We sold those",
            "I don't trust the cracked kind",
            "Reboot them",
            "Order new chairs",
            "Everyone but Anna");

    /** One is a sentence, the other a clause of the prompt's first sentence. */
    private static final List<String> TOLD_BEFORE =
            List.of("I spilled my coffee on the keyboard. ", "My manager is standing behind me, ");

    private record Told(String told, String asked) {}

    static Stream<Told> told() {
        return TOLD.stream().flatMap(told -> ASKED.stream().map(asked -> new Told(told, asked)));
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatIsToldOfPeopleIsLeftAsideAndChangesNothing(Told told) {
        Understanding alone = INTERPRETER.interpret(told.asked(), null);
        Understanding before = INTERPRETER.interpret(told.told() + ". " + told.asked(), null);
        Understanding behind = INTERPRETER.interpret(told.asked() + " " + told.told() + ".", null);

        assertThat(alone.whole()).isTrue();
        for (Understanding understood : List.of(before, behind)) {
            assertThat(understood.missed()).isEmpty();
            assertThat(understood.question()).isEqualTo(alone.question());
        }
    }

    @ParameterizedTest
    @FieldSource("SAYS_MORE")
    void whatCouldSayMoreOfDevicesIsNeverLeftAside(String more) {
        for (String asked : ASKED) {
            for (String prompt : List.of(asked + " " + more + ".", more + ". " + asked)) {
                Understanding understood = INTERPRETER.interpret(prompt, null);

                assertThat(understood.asides()).as(prompt).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I spoke with a lady. Show her devices",
                "The students are shouting. Which Macs belong to them?",
                "We had a break-in. Which devices were removed since then?"
            })
    void whatTheQuestionPointsAtIsNotLeftAside(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.whole()).isFalse();
        assertThat(understood.asides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What happened to LAP-0412, we had a guest standing in front of it this morning and nothing worked. | what happened to LAP-0412",
                "Why isn't LAP-0412 flagged, I'm certain it was sold | why is LAP-0412 not flagged",
                "tell me about LAP-0412, can't read the sticker | tell me about LAP-0412",
                "who disabled LAP-0412?? got the user on the line | who disabled LAP-0412",
                "hmm why is LAP-0412 flagged, it's standing right here | why is LAP-0412 flagged"
            })
    void ofOneDeviceAnythingCanBeTold(String prompt, String same) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(understood.question())
                .isEqualTo(INTERPRETER.interpret(same, null).question());
        assertThat(understood.asides()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what happened to LAP-0412, only the wipes",
                "what happened to LAP-0412, I need the serial number",
                "what happened to LAP-0412, we should wipe it",
                "what happened to LAP-0412, which model is it",
                "what happened to LAP-0412, it looks like LAP-0413",
                "what happened to LAP-0412, in May"
            })
    void ofOneDeviceWhatIsAskedOrOrderedIsNotLeftAside(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).asides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which Macs are stale? In a table please | Which Macs are stale?",
                "Show stale Macs as a list, no charts, no explanations | Show stale Macs",
                "Show stale Macs as a table by ownership | Show stale Macs by ownership",
                "How many Macs are stale, just the number. | How many Macs are stale?",
                "Context: my manager is waiting. Task: Which Macs are stale? Format: table | Which Macs are stale?"
            })
    void theFormThatIsWishedIsNoPartOfTheQuestion(String prompt, String same) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(understood.question())
                .isEqualTo(INTERPRETER.interpret(same, null).question());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known.tsv",
                "further.tsv",
                "fourth.tsv",
                "fifth.tsv",
                "sixth.tsv",
                "seventh.tsv",
                "eighth.tsv",
                "ninth.tsv"
            })
    void noClauseThatCarriesACriterionIsLeftAside(String corpus) {
        for (String prompt : sample(corpus)) {
            Understanding understood = INTERPRETER.interpret(prompt, null);
            String mixed = TOLD_BEFORE.get(prompt.length() % 2) + prompt;
            Understanding beside = INTERPRETER.interpret(mixed, null);

            assertThat(beside.asides())
                    .as(mixed)
                    .allSatisfy(aside -> assertThat(understood.understood())
                            .filteredOn(piece -> piece.condition() != null)
                            .noneMatch(piece -> piece.start() + mixed.length() - prompt.length() < aside.end()
                                    && piece.end() + mixed.length() - prompt.length() > aside.start()));
            if (understood.whole() && understood.asides().isEmpty()) {
                assertThat(beside.question() == null
                                || beside.question().equals(understood.question())
                                || !beside.missed().isEmpty())
                        .as(mixed)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "known.tsv",
                "further.tsv",
                "fourth.tsv",
                "fifth.tsv",
                "sixth.tsv",
                "seventh.tsv",
                "eighth.tsv",
                "ninth.tsv"
            })
    void nothingOfWhatIsUnderstoodOrMissedIsWithinAnAside(String corpus) {
        for (String prompt : sample(corpus)) {
            Understanding understood = INTERPRETER.interpret(prompt, null);
            for (Aside aside : understood.asides()) {
                assertThat(understood.understood())
                        .filteredOn(piece -> piece.condition() != null)
                        .extracting(Piece::start)
                        .as(prompt)
                        .noneMatch(start -> start >= aside.start() && start < aside.end());
                assertThat(understood.missed())
                        .extracting(Missed::start)
                        .as(prompt)
                        .noneMatch(start -> start >= aside.start() && start < aside.end());
            }
        }
    }

    private static List<String> sample(String corpus) {
        List<String> sample =
                KnownPrompts.everyFifth(CorpusTest.prompts(corpus)).toList();
        assertThat(sample).hasSizeGreaterThan(30);
        return sample;
    }
}
