package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.demotenant.population.DemoGroup;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.playbook.SortPlaybook;
import org.deviceoffboarding.suggestion.Factor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the specification's own prompt asks for, and what the tenant itself is asked for, on the demo tenant. */
@DemoPortal
class SpecifiedAnswerTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private AnswerService answers;

    @Autowired
    private DeviceService devices;

    @BeforeEach
    void haveAResult() {
        portal.startAfresh();
        portal.haveResult();
    }

    @Test
    void twentyThreeDevicesAreNoLongerInIntuneButStillInOtherPortals() {
        Answer.Devices answer = (Answer.Devices) answers.answer(Question.devices(
                is(new Criterion.Choices(ConditionType.SITUATION, List.of(Choice.REMOVED_FROM_INTUNE)))));

        assertThat(answer.count()).isEqualTo(23);
        assertThat(answer.summary())
                .isEqualTo("There are 23 devices that are no longer in Intune but still in other portals."
                        + " These devices should be removed.");
        assertThat(answer.factors())
                .extracting(Factor::sentence)
                .containsExactlyInAnyOrder(
                        "Users can reach corporate apps without MDM enrolment.",
                        "Compliance policies and data protection cannot be enforced.",
                        "Personal devices may hold corporate data without proper controls.",
                        "Conditional Access is limited to user-based policies.");
        assertThat(answer.playbooks())
                .extracting(SortPlaybook::devices)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(23));
        assertThat(answer.playbooks())
                .allSatisfy(playbook -> assertThat(playbook.steps()).isNotEmpty());
        assertThat(answer.playbooks())
                .extracting(SortPlaybook::platform)
                .containsExactly(Platform.IOS, Platform.MACOS, Platform.ANDROID);
        assertThat(answer.besides()).isNotEmpty();
        assertThat(devices.count(answer.devices())).isEqualTo(23);
        assertThat(answer.further()).hasSize(3);
        assertThat(answer.further())
                .as("only one of them asks for the same devices in another way")
                .filteredOn(further -> further.devices() == 23)
                .hasSize(1);
        answer.further()
                .forEach(further -> assertThat(answers.count(further.question()))
                        .as(further.question().canonical())
                        .hasValue(further.devices()));
    }

    @Test
    void membersOfAGroupAndTheirDevicesAreReadFromEntraNow() {
        DemoGroup group = portal.population().groups().all().stream()
                .filter(each -> each.displayName().equals("Kiosks and registers"))
                .findFirst()
                .orElseThrow();
        Set<UUID> members = portal.population().groups().devicesIn(group).stream()
                .map(number -> portal.population().entraDevice(number, Instant.MAX))
                .filter(Objects::nonNull)
                .map(device -> UUID.fromString(device.id()))
                .collect(Collectors.toSet());

        Answer.Devices answer = (Answer.Devices)
                answers.answer(Question.devices(is(new Criterion.Groups(List.of(group.displayName())))));

        assertThat(members).isNotEmpty();
        assertThat(devices.ids(answer.devices(), 1_000)).containsAll(members);
        assertThat(answer.notes())
                .anyMatch(note -> note.startsWith("Who is in the group 'Kiosks and registers' was read"));
    }

    @Test
    void peopleOfADepartmentAreReadFromEntraNow() {
        Answer.Devices sales = (Answer.Devices) answers.answer(department("Sales"));
        Answer.Devices notSales = (Answer.Devices) answers.answer(Question.devices(
                Condition.not(Objects.requireNonNull(department("Sales").where()))));

        assertThat(sales.count()).isPositive();
        assertThat(sales.count() + notSales.count()).isEqualTo(devices.count(DeviceFilter.NONE));
    }

    @Test
    void aDepartmentOrGroupThatEntraDoesNotKnowIsNoEmptyAnswer() {
        assertThat(((Answer.None) answers.answer(department("No such"))).why())
                .contains("Microsoft Entra has nobody in a department named 'No such'.");
        assertThat(((Answer.None) answers.answer(Question.devices(is(new Criterion.Groups(List.of("No such")))))).why())
                .contains("Microsoft Entra has no group named 'No such'.");
    }

    @Test
    void aGroupThatMicrosoftRefusesIsNoEmptyAnswer() {
        portal.cutGraph();

        assertThat(((Answer.None) answers.answer(Question.devices(is(new Criterion.Groups(List.of("Legal hold"))))))
                        .why())
                .startsWith("Who is in the group 'Legal hold' could not be read, and without that there is no answer.");
    }

    private static Question department(String name) {
        return Question.devices(is(new Criterion.Texts(ConditionType.DEPARTMENT, List.of(name))));
    }

    private static Condition is(Criterion criterion) {
        return new Condition.Is(criterion);
    }
}
