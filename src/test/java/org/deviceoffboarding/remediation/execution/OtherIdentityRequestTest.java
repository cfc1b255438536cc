package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Requests while the agent is given another identity, which may be shown fewer of Intune's records: none goes by what it does not see. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class OtherIdentityRequestTest {

    private static final Actor OWNER = new Actor("owner-id", "owner@contoso.example");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private AgentService agents;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private JdbcClient jdbc;

    private DemoRequests requests;
    private Actor approver;
    private List<UUID> devices;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        approver = requests.lend("approver");
        devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
    }

    @AfterEach
    void tidyUp() {
        requests.tidyUp();
        portal.start(portal.consent());
        portal.run();
    }

    @Test
    void noOtherIdentityCanBeChosenWhileARequestIsCarriedOut() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.goOn(request);

        assertThat(agents.readAsOne()).extracting(UnderWay::path).containsExactly("approvals/" + request);
        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(this::chooseTheApplication)
                .withMessageStartingWith("Request " + request + ": ")
                .withMessageEndingWith(
                        " is under way, and reads the tenant as owner@contoso.example to its end. Nothing was changed. Choose again"
                                + " when it has ended.");

        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("DONE");
        chooseTheApplication();
    }

    @Test
    void oneThatWaitsForAPersonDoesNotKeepTheAgentFromAnotherIdentity() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.takeBack(approver);
        requests.goOn(request);
        assertThat(requests.status(request)).isEqualTo("BLOCKED");

        chooseTheApplication();

        assertThat(agents.find().orElseThrow().isApplication()).isTrue();
    }

    @Test
    void whatTheAgentFlaggedAsAnotherIdentityIsLeftAloneUntilItRanAsTheOneItHas() {
        long request = requests.ask(Action.DISABLE, devices).id();
        chooseTheApplication();
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(request, "")))
                .withMessageStartingWith("The newest run read the tenant as another identity than the agent has now.");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.DISABLE, devices))
                .withMessageContaining("Run again first");
        assertThat(requests.status(request)).isEqualTo("WAITING");

        assertThat(requests.run()).isEqualTo(RunStatus.COMPLETED);
        As.person(approver, () -> approvals.approve(request, ""));
        requests.carryOut(request);
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isFalse();
    }

    @Test
    void whatWasBegunAllTheSameIsLeftAloneAndCountsNotAgainstTheDay() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.takeBack(approver);
        requests.goOn(request);
        chooseTheApplication();
        requests.lend("approver");
        assertThat(takenAway()).isEqualTo(2);
        jdbc.sql("update change_request set status = 'RUNNING', problem = null where id = :id")
                .param("id", request)
                .update();

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.getFirst()))
                .isEqualTo("The newest run read the tenant as another identity than the agent has now. Run again.");
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isNotEqualTo(false);
        assertThat(takenAway()).isZero();
    }

    private long takenAway() {
        return jdbc.sql("select devices_taken_away(now() - interval '24 hours')")
                .query(Long.class)
                .single();
    }

    @Test
    void renewingTheSameIdentityHoldsNothing() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.start(portal.consent());

        requests.carryOut(request);

        assertThat(requests.inEntra(devices.getFirst()).enabled()).isFalse();
    }

    private void chooseTheApplication() {
        portal.startAsApplication(OWNER, AgentWish.choose(agents.find().orElseThrow()));
    }
}
