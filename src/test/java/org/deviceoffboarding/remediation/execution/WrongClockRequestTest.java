package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.request.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** Nothing is sent, and nothing taken for done or given up, by a clock that went wrong after the approval. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class WrongClockRequestTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private ApprovalService approvals;

    private DemoRequests requests;
    private long request;

    @BeforeEach
    void approveARequest() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        Actor approver = requests.lend("approver");
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        request = requests.approved(Action.DISABLE, devices, approver);
    }

    @AfterEach
    void tidyUp() {
        requests.tidyUp();
    }

    @Test
    void nothingIsSentAndTheRequestSaysBothTimesUntilSomebodyTriesAgain() {
        goWrong();

        requests.carryOut(request);

        mustBeBlocked();
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();

        requests.carryOut(request);
        assertThat(requests.status(request)).as("by itself").isEqualTo("BLOCKED");
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        mustBeBlocked();

        portal.faults().clear();
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("DONE");
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
    }

    @Test
    void whatWasAcceptedBeforeItWentWrongIsNeitherVerifiedNorGivenUpByIt() {
        requests.goOn(request);
        assertThat(requests.states(request)).containsExactly("ACCEPTED");
        goWrong();

        requests.letAnHourPass(request);
        requests.carryOut(request);

        mustBeBlocked();
        assertThat(requests.states(request)).containsExactly("ACCEPTED");
        portal.faults().clear();
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.states(request)).containsExactly("VERIFIED");
    }

    private void goWrong() {
        portal.strike(Fault.of(Fault.Kind.WRONG_CLOCK, "*", -1).withSeconds(-3_600));
    }

    private void mustBeBlocked() {
        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request))
                .containsPattern(
                        "The portal's clock shows .* UTC, Microsoft Graph's .* UTC: more than five minutes apart")
                .endsWith("Then try again.");
    }
}
