package org.deviceoffboarding.ask.language;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of teams are read whole, and nobody's name is taken for that of somebody else. */
class RemoverNamesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> TEAMS = List.of(
            "Helpdesk Team",
            "helpdesk team",
            "Helpdesk team",
            "Service Desk",
            "IT department",
            "Desktop Support Group",
            "Berlin Office",
            "Field Operations",
            "Group Admins",
            "Device Management",
            "Mobile Device Management Team",
            "User Support");

    private static final List<String> BEHIND = List.of(
            "",
            " last month",
            " in October 2026",
            " October 2026",
            " since 1 June 2026",
            ", personal",
            " and disabled");

    @ParameterizedTest
    @MethodSource("removers")
    void whoRemovedDevicesIsNamedWhole(String prompt, String team) {
        named(prompt, new Criterion.Texts(ConditionType.REMOVED_BY, List.of(team)));
    }

    static Stream<Arguments> removers() {
        return TEAMS.stream()
                .flatMap(team -> BEHIND.stream()
                        .flatMap(behind -> Stream.of(
                                        "Devices wiped by the ", "Which Macs were removed by ", "Removed by: ")
                                .map(before -> Arguments.of(before + team + behind, team))));
    }

    @ParameterizedTest
    @MethodSource("places")
    void soAreGroupsDepartmentsAndUsers(String prompt, Criterion criterion) {
        named(prompt, criterion);
    }

    static Stream<Arguments> places() {
        return TEAMS.stream()
                .filter(team -> team.matches("(?:\\p{Lu}\\S* ?)+"))
                .flatMap(team -> Stream.of("", " that are disabled", ", personal")
                        .flatMap(behind -> Stream.of(
                                Arguments.of(
                                        "Devices in the group " + team + behind, new Criterion.Groups(List.of(team))),
                                Arguments.of(
                                        "Devices in the department " + team + behind,
                                        new Criterion.Texts(ConditionType.DEPARTMENT, List.of(team))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Devices removed by Anna Berg group by platform | Devices removed by \"Anna Berg\" grouped by platform",
                "Devices removed by Anna Berg department Sales | Devices removed by \"Anna Berg\" with department"
                        + " Sales",
                "Devices in the group Sales devices by platform | Number of devices in the group \"Sales\" by platform",
                "Department Sales Group \"Field\" | Devices with department \"Sales\" in group \"Field\"",
                "Devices In Group Sales Without A User | Devices in group \"Sales\" without a user",
                "Devices in the group Sales team and disabled | Disabled devices in the group \"Sales team\"",
                "Devices removed by a colleague called Anna Berg | Devices removed by \"Anna Berg\"",
                "Devices removed by the technician named Anna Berg | Devices removed by \"Anna Berg\"",
                "Which devices did the Helpdesk Team wipe? | Devices wiped by \"Helpdesk Team\"",
                "Devices wiped by Helpdesk Team or Anna Berg | Devices wiped by \"Helpdesk Team\" or \"Anna Berg\"",
                "Devices wiped by anyone but the Helpdesk Team | Devices wiped by anyone but \"Helpdesk Team\""
            })
    void whatFollowsANameIsNoPartOfIt(String prompt, String meant) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(Meaning.same(
                        understood.question(),
                        INTERPRETER.interpret(meant, null).question()))
                .as(() -> prompt + ": " + understood.question())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Devices removed by a technician",
                "Devices wiped by an engineer last week",
                "Devices retired by some intern",
                "Devices deleted by another colleague",
                "Devices wiped by Anna Berg's team",
                "Devices wiped by Anna's colleagues last week"
            })
    void whoIsNotNamedIsAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed())
                .singleElement()
                .satisfies(missed -> assertThat(missed.words()).startsWith("by "));
    }

    private static void named(String prompt, Criterion criterion) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isEmpty();
        Condition where = requireNonNull(requireNonNull(understood.question()).where(), prompt);
        assertThat(where.criteria()).as(prompt).contains(criterion);
    }
}
