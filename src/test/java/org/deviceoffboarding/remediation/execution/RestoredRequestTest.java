package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.audit.restored.RestorationService;
import org.deviceoffboarding.audit.restored.RestoredBackup;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.remediation.request.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

/** A backup that is restored revives requests: none of them is sent before an owner has confirmed it. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class RestoredRequestTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RestorationService restorations;

    private DemoRequests requests;
    private Actor approver;
    private List<UUID> devices;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        approver = requests.lend("approver");
        devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 5);
    }

    @AfterEach
    void tidyUp() {
        RestoredBackup.forget(context);
        requests.tidyUp();
    }

    @Test
    void aBackupRestoredBetweenApprovingAndSendingSendsNothingUntilAnOwnerHasConfirmed() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        RestoredBackup.restore(context);

        requests.goOn(request);

        assertThat(requests.status(request)).isEqualTo("RUNNING");
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(Boolean.FALSE.equals(requests.inEntra(devices.getFirst()).enabled()))
                .as("disabled")
                .isFalse();

        restorations.confirm(restorations.open().orElseThrow());
        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("DONE");
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isFalse();
    }

    @Test
    void aBackupRestoredDuringSendingHoldsWhatFollows() {
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.goOn(request);
        assertThat(requests.states(request)).containsExactly("ACCEPTED");
        RestoredBackup.restore(context);

        requests.goOn(request);

        assertThat(requests.states(request)).as("not even read back").containsExactly("ACCEPTED");
        restorations.confirm(restorations.open().orElseThrow());
        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("DONE");
    }
}
