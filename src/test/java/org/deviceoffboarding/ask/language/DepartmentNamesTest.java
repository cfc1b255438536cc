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

/** Usual departments are read without that word where a preposition or their people bind them; who asks, and other names, are not. */
class DepartmentNamesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stale Macs in Marketing | stale Macs in the department Marketing",
                "retired in the last 24h in sales | retired in the last 24 hours, department Sales",
                "disabled devices of the Sales people | disabled devices in the department Sales",
                "company devices of the HR people that were wiped | wiped company devices in the department HR",
                "HR folks with disabled Macs | disabled Macs in the department HR",
                "Marketing's stale Macs | stale Macs in the department Marketing",
                "stale Macs used by the Sales people | stale Macs in the department Sales",
                "stale Macs in the Legal department or Finance | stale Macs in the department Legal or Finance",
                "stale Macs in Sales, HR or Legal | stale Macs in the department Sales, HR or Legal",
                "stale Macs of the finance and accounting staff | stale Macs in the department Finance or Accounting",
                "stale Macs in IT | stale Macs in the department IT",
                "stale Macs of the it people | stale Macs in the department IT",
                "stale Macs in human resources | stale Macs in the department \"Human resources\"",
                "stale Macs not in Marketing | stale Macs not in the department Marketing",
                "which devices in Engineering are disabled | disabled devices in the department Engineering",
                "which Macs of the Support team are disabled | disabled Macs in the department Support"
            })
    void aUsualDepartmentIsReadWithoutTheWord(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stale Macs from Finance",
                "stale Macs in Zorbly",
                "stale Macs in production",
                "stale Macs in support",
                "stale Macs in legal hold",
                "stale Macs in Sales Berlin",
                "stale Macs of the head of Sales",
                "stale Macs for the Sales people",
                "stale Macs for Marketing",
                "stale Macs with finance software",
                "stale Macs in marketing campaigns",
                "Sales Macs that are stale",
                "stale Macs in group Field or in Sales",
                "stale Macs of the Sales Team",
                "I am in Marketing, show stale Macs",
                "We in Sales have stale Macs",
                "stale Macs in it",
                "STALE MACS IN IT",
                "stale Macs owned by Finance",
                "stale Macs assigned to Marketing",
                "who in HR has stale Macs",
                "who in the HR department uses stale Macs"
            })
    void whatIsNotBoundOrNoDepartmentIsReported(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isNotEmpty();
        assertThat(understood.question() == null ? "" : understood.question().canonical())
                .as(prompt)
                .doesNotContain("department", "user");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stale Macs in the Sales group | in group \"Sales\"",
                "stale Macs in the Sales Pilot group | in group \"Sales Pilot\"",
                "stale Macs in group Marketing | in group \"Marketing\"",
                "stale Macs in group \"Finance Managers\" | in group \"Finance Managers\"",
                "Macs removed by the Support Team | removed by \"Support Team\"",
                "Macs with a name starting with HR | names matching \"HR*\"",
                "HR-* in a task | names matching \"HR-*\""
            })
    void aGroupATeamOrANameIsNoDepartment(String prompt, String part) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(Objects.requireNonNull(understood.question(), prompt).canonical())
                .contains(part)
                .doesNotContain("department");
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question(), prompt);
    }
}
