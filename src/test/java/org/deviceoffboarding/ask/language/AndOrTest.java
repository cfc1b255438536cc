package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How far "or" reaches beside an "and" is what their verbs say; where they say nothing, "and" joins first. */
class AndOrTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> HAPPENED =
            List.of("enrolled", "registered", "active in Intune", "active in Entra");
    private static final List<String> TIMES = List.of("since 1 November 2026", "this month", "in the last 30 days");
    private static final List<String> STATES =
            List.of("are disabled", "are not flagged", "have no user", "are personal", "are not in Intune");
    private static final List<String> ADJECTIVES = List.of("disabled", "stale", "flagged", "noncompliant", "in a task");

    /** Both ways in which "A or B" and a condition can be said, each with its parts. */
    private record Said(String prompt, String one, String other, String more) {

        @Override
        public String toString() {
            return prompt;
        }
    }

    static Stream<Said> happenings() {
        return pairs(HAPPENED)
                .flatMap(pair -> TIMES.stream()
                        .flatMap(time -> STATES.stream().flatMap(state -> {
                            String one = pair.getFirst() + " " + time;
                            String other = pair.getLast() + " " + time;
                            String both = pair.getFirst() + " or " + pair.getLast() + " " + time;
                            return Stream.of(
                                    new Said("devices that were " + both + " and " + state, one, other, state),
                                    new Said("devices that were " + both + " and that " + state, one, other, state),
                                    new Said("devices that " + state + " and were " + both, one, other, state),
                                    new Said("devices that were " + both + " but " + state, one, other, state));
                        })));
    }

    static Stream<Said> adjectives() {
        return pairs(ADJECTIVES)
                .flatMap(pair -> STATES.stream()
                        .filter(state -> isApart(pair, state))
                        .flatMap(state -> Stream.of(
                                new Said(
                                        "devices that are " + or(pair) + " and " + state,
                                        pair.getFirst(),
                                        pair.getLast(),
                                        state),
                                new Said(
                                        "Which devices are " + or(pair) + " and " + state + "?",
                                        pair.getFirst(),
                                        pair.getLast(),
                                        state),
                                new Said(
                                        "devices that " + state + " and are " + or(pair),
                                        pair.getFirst(),
                                        pair.getLast(),
                                        state))));
    }

    private static String or(List<String> pair) {
        return pair.getFirst() + " or " + pair.getLast();
    }

    private static boolean isApart(List<String> pair, String state) {
        return pair.stream().noneMatch(state::endsWith);
    }

    private static Stream<List<String>> pairs(List<String> all) {
        return all.stream()
                .flatMap(one -> all.stream().filter(other -> !other.equals(one)).map(other -> List.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource({"happenings", "adjectives"})
    void aVerbOfItsOwnIsSaidOfAllThatShareOne(Said said) {
        Condition either = Condition.any(List.of(where("devices " + said.one()), where("devices " + said.other())));
        Condition expected = Condition.all(List.of(either, where("devices that " + said.more())));

        assertThat(Meaning.sameConditions(where(said.prompt()), expected))
                .as(() -> said + " was read as "
                        + INTERPRETER.interpret(said.prompt(), null).question())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Macs enrolled or registered since October | Macs that are (enrolled since October) or (registered since October)",
                "disabled or stale Macs and not flagged | Macs that are (disabled or stale) and (not flagged)",
                "personal or disabled devices and stale | devices that are (personal or disabled) and (stale)",
                "disabled devices or stale Macs | devices that are (disabled) or (stale and macOS)",
                "devices that are disabled or stale and flagged | devices that are (disabled) or (stale and flagged)",
                "devices that are flagged and disabled or stale | devices that are (flagged and disabled) or (stale)",
                "devices that have no user or are disabled and are stale | devices that (have no user) or (are disabled and stale)",
            })
    void withoutAVerbAndJoinsFirst(String prompt, String same) {
        assertThat(Meaning.sameConditions(where(prompt), where(same)))
                .as(() -> prompt + " was read as "
                        + INTERPRETER.interpret(prompt, null).question())
                .isTrue();
    }

    private static Condition where(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        Question question = Objects.requireNonNull(understood.question());
        return Objects.requireNonNull(question.where());
    }
}
