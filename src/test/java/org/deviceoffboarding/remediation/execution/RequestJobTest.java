package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.ActionIdentities;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Requests carried out against the demo tenant over real HTTP, with the approver's own token. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class RequestJobTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ActionIdentities identities;

    @Autowired
    private DemoTenant tenant;

    private DemoRequests requests;
    private Actor approver;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        approver = requests.lend("approver");
    }

    @AfterEach
    void tidyUp() {
        requests.tidyUp();
    }

    @Test
    void whatWasApprovedIsDisabledAsTheApproverAndReadBack() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 5);
        long request = requests.approved(Action.DISABLE, devices, approver);

        requests.goOn(request);
        assertThat(requests.states(request)).as("accepted is not done").containsExactly("ACCEPTED");
        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("DONE");
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        for (UUID device : devices) {
            assertThat(requests.inEntra(device).enabled()).isFalse();
            assertThat(requests.audit(device)).endsWith("device.disabled by approver", "device.verified by Portal");
        }
    }

    @Test
    void whatThisPortalDisabledIsEnabledAgain() {
        List<UUID> devices = disabled(2);

        requests.carryOut(requests.approved(Action.ENABLE, devices, approver));

        assertThat(requests.inEntra(devices.getFirst()).enabled()).isTrue();
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.ENABLE, devices))
                .withMessageContaining("This portal enabled it again on ");
    }

    @Test
    void whatIsOverItsGracePeriodIsDeletedAndCanBeRestored() {
        List<UUID> devices = requests.silent(2);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.DELETE, devices))
                .withMessageContaining("grace period");
        requests.readyToDelete(devices, 31);

        requests.carryOut(requests.approved(Action.DELETE, devices, approver));

        assertThat(requests.inEntra(devices.getFirst()).present()).isFalse();
        requests.carryOut(requests.approved(Action.RESTORE, devices, approver));
        assertThat(requests.inEntra(devices.getFirst()).present()).isTrue();
        assertThat(requests.audit(devices.getFirst()))
                .endsWith(
                        "device.deleted by approver",
                        "device.verified by Portal",
                        "device.restored by approver",
                        "device.verified by Portal");
    }

    @Test
    void aDeviceThatShowedASignOfLifeLeavesTheQueueAndSaysSo() {
        List<UUID> devices = disabled(1);
        requests.letHaveBeenDisabled(devices, 365); // long before it was last heard of

        requests.run();

        assertThat(requests.audit(devices.getFirst())).endsWith("device.left-queue by Portal");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.DELETE, devices))
                .withMessageContaining("left the queue");
        requests.carryOut(requests.approved(Action.ENABLE, devices, approver));
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isTrue();
    }

    @Test
    void aDeviceThatSomebodyElseChangedIsSkippedWithTheDifference() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.somebody(DeviceWrite.What.DISABLED, devices.get(0));
        requests.somebody(DeviceWrite.What.DELETED, devices.get(1));

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.get(0)))
                .contains("enabled when it was approved, and is disabled now");
        assertThat(requests.detail(request, devices.get(1))).contains("no longer in Entra");
        assertThat(requests.state(request, devices.get(2))).isEqualTo("VERIFIED");
        assertThat(requests.audit(devices.get(0))).endsWith("device.skipped by Portal");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(1);
    }

    @Test
    void whatSomebodyElseHadDisabledIsTakenOverAndNothingIsSentForIt() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        UUID theirs = devices.getFirst();
        requests.somebody(DeviceWrite.What.DISABLED, theirs);
        requests.run();

        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.carryOut(request);

        assertThat(requests.state(request, theirs)).isEqualTo("TAKEN_OVER");
        assertThat(requests.states(request)).containsExactlyInAnyOrder("TAKEN_OVER", "VERIFIED");
        assertThat(requests.writers(theirs)).endsWith("somebody@contoso.example");
        assertThat(requests.audit(theirs)).endsWith("device.taken-over by approver");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.ENABLE, List.of(theirs)))
                .withMessageContaining("theirs to enable");
    }

    @Test
    void whatWasTakenOverIsDeletedAfterItsGracePeriodAndStaysTheirsOnceItIsRestored() {
        List<UUID> devices = requests.silent(1);
        requests.somebody(DeviceWrite.What.DISABLED, devices.getFirst());
        requests.run();
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        requests.readyToDelete(devices, 31);

        requests.carryOut(requests.approved(Action.DELETE, devices, approver));
        requests.carryOut(requests.approved(Action.RESTORE, devices, approver));

        assertThat(requests.inEntra(devices.getFirst()).enabled()).isFalse();
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> requests.ask(Action.ENABLE, devices))
                .withMessageContaining("theirs to enable");
    }

    @Test
    void whatThisPortalDisabledIsItsOwnAlsoAfterItLeftTheQueue() {
        List<UUID> devices = disabled(1);
        requests.letHaveBeenDisabled(devices, 365); // long before it was last heard of
        requests.run();

        long again = requests.approved(Action.DISABLE, devices, approver);
        requests.carryOut(again);

        assertThat(requests.states(again)).containsExactly("VERIFIED");
        assertThat(requests.audit(devices.getFirst()))
                .endsWith("device.left-queue by Portal", "device.disabled by approver", "device.verified by Portal");
        assertThat(requests.ask(Action.ENABLE, devices).devices()).isEqualTo(1);
    }

    @Test
    void aRecordThatLosesItsDeviceIdAfterTheApprovalKeepsTheDeviceSafe() {
        List<UUID> devices = requests.flagged("SILENT_EVERYWHERE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.recordsOf(devices.get(0))
                .forEach(record -> portal.population().records().setDeviceId(record, ""));
        requests.recordsOf(devices.get(1))
                .forEach(record -> portal.population()
                        .records()
                        .setDeviceId(record, UUID.randomUUID().toString()));

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.get(0)))
                .contains("Intune still has its record", "without a device ID");
        assertThat(requests.detail(request, devices.get(1))).contains("which names another device ID now");
        assertThat(requests.states(request)).containsExactly("SKIPPED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
    }

    @Test
    void aRecordThatComesBackWithoutADeviceIdAfterTheApprovalKeepsTheDeviceSafe() {
        UUID device = requests.inIntune();
        List<String> records = requests.recordsOf(device);
        records.forEach(record -> portal.population().records().delete(record));
        requests.run();
        long request = requests.approved(Action.DISABLE, List.of(device), approver);
        records.forEach(record -> portal.population().records().setDeviceId(record, ""));

        requests.carryOut(request);

        assertThat(requests.detail(request, device)).contains("Intune still has its record", "without a device ID");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
    }

    @Test
    void anExceptionMadeAfterTheApprovalKeepsTheDeviceSafe() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, devices, approver);
        As.person(
                DemoRequests.OPERATOR,
                () -> exceptions.add(List.of(new NewException(
                        ExceptionTarget.ofDevice(devices.getFirst(), "any"), "case 4711", null, false))));

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.getFirst())).contains("case 4711");
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isNotEqualTo(false);
    }

    @Test
    void aTickTakenBackAfterTheApprovalKeepsTheDevicesUntilItIsThereAgain() {
        List<UUID> devices = requests.silent(2);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        requests.readyToDelete(devices, 31);
        long request = requests.approved(Action.DELETE, devices, approver);
        requests.untick("list");

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request)).contains("no longer ticked: “Download the device list”");
        assertThat(devices).allMatch(device -> requests.inEntra(device).present());

        requests.tick();
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);

        assertThat(devices).noneMatch(device -> requests.inEntra(device).present());
    }

    @Test
    void whatGraphDidDespiteATooManyRequestsIsNotDoneTwice() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long before = disablings(devices.getFirst());
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.DONE_BUT_THROTTLED, "/devices/" + devices.getFirst(), 1)
                .skipping(1));

        requests.goOn(request);
        assertThat(requests.state(request, devices.getFirst())).isEqualTo("SENT");
        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
        assertThat(disablings(devices.getFirst()) - before).isEqualTo(1);
    }

    private long disablings(UUID device) {
        return requests.audit(device).stream()
                .filter(line -> line.startsWith("device.disabled"))
                .count();
    }

    @Test
    void aRefusalForTooManyRequestsIsTriedAgainLater() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.THROTTLED, "/devices/" + devices.getFirst(), 1)
                .onlyFor("PATCH")
                .withRetryAfter(30));

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
    }

    @Test
    void aBatchWhoseAnswerNeverCameIsSettledByReading() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(
                Fault.of(Fault.Kind.CUT_CONNECTION, "/$batch", 1).skipping(2).withAfterBytes(20));

        requests.goOn(request);
        assertThat(requests.states(request)).containsExactly("SENT");
        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
    }

    @Test
    void whatShowsLateIsNotTakenForSomebodyElsesDoing() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.UNAVAILABLE, "/devices/*", 2).onlyFor("PATCH"));
        requests.goOn(request);
        requests.seemNotDone(request);
        requests.somebody(DeviceWrite.What.DISABLED, devices.getFirst());

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(requests.audit(devices.getFirst()))
                .endsWith("device.disabled by approver", "device.verified by Portal");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
        requests.carryOut(requests.approved(Action.ENABLE, devices, approver));
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isTrue();
    }

    @Test
    void whatEntraRefusedIsNotClaimedWhenSomebodyElseDoesIt() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        Actor powerless = requests.lend("reader");
        long request = requests.approved(Action.DISABLE, devices, powerless);
        requests.carryOut(request);
        requests.somebody(DeviceWrite.What.DISABLED, devices.getFirst());

        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);

        assertThat(requests.detail(request, devices.getFirst())).contains("somebody else changed it");
    }

    @Test
    void graphBeingAwayIsWaitedOutAndNothingIsSentMeanwhile() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.cutGraph();

        assertThat(requests.goOn(request)).isNotNull();
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(requests.problem(request)).contains("could not be reached").contains("goes on by itself");

        portal.startAfresh();
        requests.carryOut(request);
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(requests.problem(request)).isEmpty();
    }

    @Test
    void aRequestThatEntraRefusesWaitsForAPersonAndSaysWhichRoleIsMissing() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        Actor powerless = requests.lend("reader");
        long request = requests.approved(Action.DISABLE, devices, powerless);

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request)).contains("403").contains("Cloud Device Administrator");
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(portal.faults().requests("PATCH /devices/{id}"))
                .as("nothing is tried blindly")
                .isEqualTo(2);
    }

    @Test
    void whatTheApproverMayNotDeleteOrRestoreWaitsForAPersonAsWell() {
        List<UUID> devices = requests.silent(1);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        requests.readyToDelete(devices, 31);
        Actor powerless = requests.lend("reader");

        long delete = requests.approved(Action.DELETE, devices, powerless);
        requests.carryOut(delete);
        assertThat(requests.problem(delete)).contains("403").contains("Windows 365 Administrator");
        assertThat(requests.inEntra(devices.getFirst()).present()).isTrue();

        As.person(DemoRequests.OPERATOR, () -> submissions.stop(delete));
        requests.carryOut(delete);
        requests.carryOut(requests.approved(Action.DELETE, devices, approver));
        long restore = requests.approved(Action.RESTORE, devices, powerless);
        requests.carryOut(restore);
        assertThat(requests.status(restore)).isEqualTo("BLOCKED");
        assertThat(requests.problem(restore)).contains("Cloud Device Administrator or Intune Administrator,");
        assertThat(requests.inEntra(devices.getFirst()).present()).isFalse();
    }

    @Test
    void aRefusalForOneDeviceAloneLeavesTheOthers() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.STATUS, "/devices/" + devices.getFirst(), 1)
                .skipping(1)
                .withStatus(403));

        requests.carryOut(request);

        assertThat(requests.state(request, devices.getFirst())).isEqualTo("FAILED");
        assertThat(requests.detail(request, devices.getFirst())).contains("restricted management");
        assertThat(requests.state(request, devices.get(1))).isEqualTo("VERIFIED");
        assertThat(requests.status(request)).isEqualTo("DONE");
    }

    @Test
    void aRoleThatEndsOnTheWayIsNoDevicesFault() {
        List<UUID> devices = requests.silent(45);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.STATUS, "/devices/*", -1)
                .onlyFor("PATCH")
                .skipping(20)
                .withStatus(403));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request)).contains("403", "Cloud Device Administrator");
        assertThat(requests.states(request)).doesNotContain("FAILED", "SENT").contains("WAITING");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isLessThan(20 + 3 * 20);

        portal.faults().clear();
        requests.lend("approver");
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(requests.status(request)).isEqualTo("DONE");
    }

    @Test
    void theOnlyDeviceLeftIsItsOwnMatterWhereEntraSaysThatItIsRestricted() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, devices, approver);
        sayRoleInUnits(request);
        portal.strike(Fault.of(Fault.Kind.MANAGEMENT_RESTRICTED, "/devices/" + devices.getFirst(), -1));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("DONE");
        assertThat(requests.detail(request, devices.getFirst())).contains("restricted management");
    }

    @Test
    void whatCameToBeRestrictedSinceItWasApprovedIsLeftAlone() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.MANAGEMENT_RESTRICTED, "/devices/" + devices.getFirst(), -1));
        portal.faults().forgetRequests();

        requests.carryOut(request);

        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(1);
        assertThat(requests.detail(request, devices.getFirst()))
                .contains("restricted management administrative unit", "whoever approves it can say so");
        assertThat(requests.state(request, devices.getLast())).isEqualTo("VERIFIED");
        assertThat(requests.status(request)).isEqualTo("DONE");
    }

    private void sayRoleInUnits(long request) {
        jdbc.sql("update change_request set role_in_units = true where id = :id")
                .param("id", request)
                .update();
    }

    @Test
    void theOnlyDeviceLeftWaitsForThePersonWhereItIsNotRestricted() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/devices/*", -1).onlyFor("PATCH").withStatus(403));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.states(request)).containsExactly("WAITING");
    }

    @Test
    void severalRestrictedDevicesAmongOthersFailAndTheOthersAreDone() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 4);
        long request = requests.approved(Action.DISABLE, devices, approver);
        sayRoleInUnits(request);
        devices.subList(0, 2)
                .forEach(device -> portal.strike(Fault.of(Fault.Kind.MANAGEMENT_RESTRICTED, "/devices/" + device, -1)));

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactlyInAnyOrder("FAILED", "VERIFIED");
        assertThat(requests.state(request, devices.getLast())).isEqualTo("VERIFIED");
        assertThat(requests.status(request)).isEqualTo("DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/$batch", "/devices/*"})
    void anAccessTokenThatIsNotAcceptedForChangesIsReplaced(String path) {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        Fault refused = Fault.of(Fault.Kind.STATUS, path, 1).withStatus(401);
        portal.strike(path.equals("/$batch") ? refused.skipping(2) : refused.onlyFor("PATCH"));

        requests.carryOut(request);

        assertThat(portal.faults().pending()).isEmpty();
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(requests.problem(request)).isEmpty();
    }

    @Test
    void aSignInThatIsRefusedAgainWaitsForAPersonAndIsNotCalledExpired() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/devices/*", -1).onlyFor("PATCH").withStatus(401));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(requests.problem(request)).contains("did not accept the sign-in of approver", "sign-in logs");
        portal.faults().clear();
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.states(request)).containsExactly("VERIFIED");
    }

    @Test
    void aSignInThatWasRevokedMeanwhileWaitsForThePersonWhoIsMarkedSo() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        identities.tokens(approver.id()).get();
        tenant.context().getBean(IdentitySwitches.class).refuseRefresh("approver@contoso.example");
        portal.strike(
                Fault.of(Fault.Kind.STATUS, "/devices/*", -1).onlyFor("PATCH").withStatus(401));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.states(request)).containsExactly("WAITING");
        assertThat(requests.problem(request))
                .contains("AADSTS50173", "has to sign in for actions again under Approvals");
        assertThat(identities.lost(approver.id())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = SignInFault.class,
            names = {"BLOCKED_BY_CONDITIONAL_ACCESS", "ACCOUNT_DISABLED", "NOT_ASSIGNED", "CONSENT_MISSING"})
    void aRefusedApproverIsTheReasonAndItGoesOnWithoutANewSignInOnceThatIsMended(SignInFault fault) {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        IdentitySwitches switches = tenant.context().getBean(IdentitySwitches.class);
        identities.forgetAccess(approver.id());
        switches.refuse("approver@contoso.example", fault);

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request))
                .contains("The tenant refused the sign-in of approver", "(" + fault.code() + ")", "then try again.");
        assertThat(requests.details("request.blocked")).contains("\"code\": \"" + fault.code() + "\"", "Trace ID: ");
        assertThat(requests.inEntra(devices.getFirst()).enabled()).isTrue();

        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.status(request)).as("not mended yet").isEqualTo("BLOCKED");

        switches.accept("approver@contoso.example");
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("DONE");
        assertThat(requests.problem(request)).isEmpty();
    }

    @Test
    void aChallengeThatTheTenantDoesNotMeetIsTheTenantsReasonAndNotGraphs() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        identities.tokens(approver.id()).get();
        tenant.context()
                .getBean(IdentitySwitches.class)
                .refuse("approver@contoso.example", SignInFault.BLOCKED_BY_CONDITIONAL_ACCESS);
        portal.strike(Fault.of(Fault.Kind.CLAIMS_CHALLENGE, "/devices/*", -1).onlyFor("PATCH"));

        requests.carryOut(request);

        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThat(requests.problem(request)).contains("AADSTS53003");
        assertThat(requests.states(request)).containsExactly("WAITING");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502})
    void aPartThatFailedIsReadBeforeItIsSentAgain(int status) {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        portal.strike(Fault.of(Fault.Kind.STATUS, "/devices/" + devices.getFirst(), 1)
                .onlyFor("PATCH")
                .withStatus(status));

        requests.goOn(request);
        assertThat(requests.state(request, devices.getFirst())).isEqualTo("SENT");
        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(4);
    }

    @Test
    void aSignInThatTheTenantNoLongerAcceptsWaitsUntilTheApproverSignsInAgain() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.takeBack(approver);

        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("BLOCKED");
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request)))
                .withMessageContaining("sign in for actions again first");

        requests.lend("approver");
        As.person(DemoRequests.OPERATOR, () -> approvals.tryAgain(request));
        requests.carryOut(request);
        assertThat(requests.status(request)).isEqualTo("DONE");
    }

    @Test
    void whatIsStillNotSoAfterAnHourIsShownAsNotVerified() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.goOn(request);
        requests.somebody(DeviceWrite.What.ENABLED, devices.getFirst());

        requests.letTimePass(request);
        assertThat(requests.goOn(request)).isNotNull();
        assertThat(requests.state(request, devices.getFirst())).isEqualTo("ACCEPTED");
        requests.letAnHourPass(request);
        requests.carryOut(request);

        assertThat(requests.state(request, devices.getFirst())).isEqualTo("NOT_VERIFIED");
        assertThat(requests.detail(request, devices.getFirst())).contains("Look at it in the Entra admin center");
        assertThat(requests.state(request, devices.getLast())).isEqualTo("VERIFIED");
    }

    @Test
    void aStoppedRequestSendsNothingMore() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = requests.approved(Action.DISABLE, devices, approver);

        As.person(DemoRequests.OPERATOR, () -> submissions.stop(request));
        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("DROPPED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
    }

    @Test
    void aNewerRunThatNoLongerFlagsADeviceKeepsItSafe() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, devices, approver);
        requests.forgetFinding(devices.getFirst());

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.getFirst())).isEqualTo("The newest run no longer flags it.");
    }

    private List<UUID> disabled(int count) {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", count);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        return devices;
    }
}
