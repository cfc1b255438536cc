package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.CUT_CONNECTION;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.STATUS;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.ExpectedSituation;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionState;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.judging.LeftOutReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.test.context.support.WithMockUser;

/** Exceptions for people and groups of the demo tenant, read over real HTTP. */
@DemoPortal
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ExceptedRunTest {

    private static final Actor ADA = new Actor("ada", "Ada Owner");
    private static final String MEMBERS = "/groups/*/transitiveMembers";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private ExceptionService exceptions;

    private ShownResult before;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        before = portal.result();
    }

    /** Other tests compare what runs find with what the tenant was made with. */
    @AfterEach
    void liftAndRunAgain() {
        portal.startAfresh();
        exceptions
                .find(new ExceptionFilter("", null, ExceptionState.IN_FORCE), PageRequest.of(0, 10))
                .forEach(made -> exceptions.lift(made.id(), "the test is over"));
        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.result()).isEqualTo(before);
    }

    @Test
    void devicesInAGroupAndInGroupsInItAreLeftOut() {
        except(ExceptionKind.GROUP, "Never offboard");

        Run run = portal.run();

        List<UUID> flagged = excepted(run);
        var groups = portal.population().groups();
        var inside = groups.all().subList(0, 3).stream()
                .flatMap(group -> groups.devicesIn(group).stream())
                .map(number -> Objects.requireNonNull(portal.population().entraDevice(number, Instant.MAX)))
                .filter(device -> device.situation() != ExpectedSituation.NONE)
                .map(device -> UUID.fromString(device.id()));
        assertThat(flagged).containsExactlyInAnyOrderElementsOf(inside.toList()).hasSize(4);
    }

    @Test
    void aPersonsDeviceIsLeftOutThoughIntuneNoLongerKnowsWhoseItWas() {
        DemoEntraDevice device = portal.device(
                each -> each.situation() == ExpectedSituation.REMOVED_FROM_INTUNE && each.owner() != null);
        except(ExceptionKind.USER, Objects.requireNonNull(device.owner()).userPrincipalName());

        assertThat(excepted(portal.run())).contains(UUID.fromString(device.id()));
    }

    @Test
    void aGroupThatGraphRefusesFailsTheRunAndSaysWhatToDo() {
        except(ExceptionKind.GROUP, "Never offboard");
        portal.strike(Fault.of(STATUS, MEMBERS, -1).withStatus(403));

        assertThat(failure())
                .contains(
                        "the group 'Never offboard'",
                        "GroupMember.Read.All",
                        "renew the agent",
                        "lift the exception under Exceptions");
    }

    @Test
    void aListOfMembersThatBreaksOffIsNoShortList() {
        except(ExceptionKind.GROUP, "Never offboard");
        portal.strike(Fault.of(CUT_CONNECTION, MEMBERS, -1).withAfterBytes(2_000));

        assertThat(failure()).contains("members of the group 'Never offboard'", "the connection broke off");
    }

    private String failure() {
        Run run = portal.run();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(portal.result()).as("the result before").isEqualTo(before);
        return String.valueOf(run.failure());
    }

    private void except(ExceptionKind kind, String target) {
        As.person(
                ADA,
                () -> exceptions.add(
                        List.of(new NewException(exceptions.target(kind, target), "case 4711", null, false))));
    }

    private List<UUID> excepted(Run run) {
        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.COMPLETED);
        return leftOut
                .find(run.id(), new LeftOutFilter("", LeftOutReason.EXCEPTION, null), PageRequest.of(0, 100))
                .stream()
                .map(LeftOutDevice::objectId)
                .toList();
    }
}
