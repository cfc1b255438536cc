package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.directory.GroupMembers;
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
                .contains(
                        "Users can reach corporate apps without MDM enrolment.",
                        "Compliance policies and data protection cannot be enforced.",
                        "Personal devices may hold corporate data without proper controls.",
                        "Conditional Access is limited to user-based policies.");
        assertThat(answer.playbooks()).extracting(SortPlaybook::devices).satisfies(counts -> assertThat(
                        counts.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(23));
        assertThat(answer.playbooks()).allSatisfy(playbook -> assertThat(playbook.steps()).isNotEmpty());
        System.out.println("FACTORS " + answer.factors());
        answer.playbooks().forEach(p -> System.out.println("PLAYBOOK " + p.platform() + " " + p.ownerships() + " " + p.playbook() + " " + p.devices()+" "+p.steps().size()));
    }

    @Test
    void membersOfAGroupAreReadFromEntraNow() {
        for (String group : portal.population().groups().all().stream().map(each -> each.displayName()).limit(4).toList()) {
            Answer answer = answers.answer(Question.devices(is(new Criterion.Groups(List.of(group)))));
            System.out.println("GROUP " + group + " " + answer);
        }
    }

    @Test
    void peopleOfADepartmentAreReadFromEntraNow() {
        Answer answer = answers.answer(
                Question.devices(is(new Criterion.Texts(ConditionType.DEPARTMENT, List.of("Sales")))));
        System.out.println("DEPARTMENT " + answer);
        Answer none = answers.answer(
                Question.devices(is(new Criterion.Texts(ConditionType.DEPARTMENT, List.of("No such")))));
        System.out.println("DEPARTMENT " + none);
    }

    private static Condition is(Criterion criterion) {
        return new Condition.Is(criterion);
    }
}
