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
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is the subject of a verb did something with devices, and is not their user. */
class DeedTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> PEOPLE = List.of(
            "t.ocampo@uni-westbrook.example", "the admin t.ocampo@uni-westbrook.example", "Tessa Ocampo", "Ocampo");

    private static final List<String> REMOVED = List.of(
            "which devices did %s wipe",
            "which devices did %s remove from Intune",
            "which devices has %s retired",
            "which Macs had %s deleted",
            "which devices %s has retired during the last two weeks",
            "I should like to know which devices %s has ever wiped",
            "the iPhones that %s had already retired",
            "how many devices did %s delete in October",
            "did %s wipe any disabled Macs",
            "has %s removed any devices from Intune",
            "what did %s retire this month",
            "the devices %s has taken out of Intune",
            "devices %s has retired himself, by platform",
            "devices that were wiped by %s",
            "the devices wiped by %s last week");

    private static final List<String> DID_OTHERWISE = List.of(
            "which devices did %s disable",
            "which devices has %s enrolled this year",
            "the devices %s has registered since 1 November 2026",
            "which devices has %s flagged",
            "the Macs that %s had blocked");

    private static final List<String> DID_NOT = List.of(
            "which devices has %s not wiped",
            "the devices %s hasn't retired", "the devices %s has never deleted", "which devices didn't %s wipe");

    private static final List<String> USED = List.of(
            "devices of %s that were wiped",
            "which devices of %s have been retired",
            "retired devices with user %s",
            "which disabled devices does %s use",
            "%s's wiped devices");

    static Stream<String> removed() {
        return REMOVED.stream().flatMap(DeedTest::ofPeople);
    }

    static Stream<String> didOtherwise() {
        return DID_OTHERWISE.stream().flatMap(DeedTest::ofPeople);
    }

    static Stream<String> didNot() {
        return DID_NOT.stream().flatMap(DeedTest::ofPeople);
    }

    static Stream<String> used() {
        return USED.stream().map(prompt -> prompt.formatted(PEOPLE.getFirst()));
    }

    private static Stream<String> ofPeople(String prompt) {
        return PEOPLE.stream().map(prompt::formatted);
    }

    @ParameterizedTest
    @MethodSource("removed")
    void whoRemovedDevicesIsNotTheirUser(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(types(understood)).contains(ConditionType.REMOVED_BY).doesNotContain(ConditionType.USER);
    }

    @ParameterizedTest
    @MethodSource("didOtherwise")
    void whoDidAnythingElseIsNotKnown(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).anyMatch(missed -> missed.reason().contains("who removed devices"));
    }

    @ParameterizedTest
    @MethodSource("didNot")
    void whoDidNotRemoveDevicesIsAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("used")
    void whoseDevicesWereRemovedIsTheirUser(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(types(understood)).contains(ConditionType.USER).doesNotContain(ConditionType.REMOVED_BY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices wiped anna@contoso.com", "Macs retired anna@contoso.com"})
    void whetherSomebodyRemovedOrUsedThemIsAskedBack(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed())
                .extracting(Missed::words)
                .containsExactly("anna@contoso.com");
    }

    private static List<ConditionType> types(Understanding understood) {
        Condition where = Objects.requireNonNull(
                Objects.requireNonNull(understood.question()).where());
        return where.criteria().stream().map(Criterion::type).toList();
    }
}
