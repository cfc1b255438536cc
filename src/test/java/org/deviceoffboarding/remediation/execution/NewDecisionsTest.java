package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.effect.EffectKind;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.instruction.effect.InstructionEffectService;
import org.deviceoffboarding.instruction.language.InstructionText;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.remediation.approval.ApprovalService;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.recheck.Recheck;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.safeguard.LooseningService;
import org.deviceoffboarding.safeguard.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What owners decide while requests wait: instructions, thresholds and exceptions hold at approval and just before sending. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class NewDecisionsTest {

    private static final Actor OWNER = new Actor("owner-id", "owner@contoso.example");
    private static final String NO_MACS = "Exclude devices with platform macOS";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private InstructionService instructions;

    @Autowired
    private InstructionEffectService effects;

    @Autowired
    private RulesService rules;

    @Autowired
    private LooseningService loosenings;

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private RequestQueryService queries;

    @Autowired
    private RecheckService rechecks;

    @Autowired
    private JdbcClient jdbc;

    private DemoRequests requests;
    private Actor approver;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        approver = requests.lend("approver");
    }

    @AfterEach
    void takeEverythingBack() {
        requests.tidyUpWithRun(); // so that the newest result goes by what is in force
    }

    @Test
    void beforeADecisionIsSavedItIsToldHowManyDevicesOfOpenRequestsItWouldLetGo() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 2);
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        ask(macs, iPads);

        assertThat(effects.of(InstructionText.parse(NO_MACS).instructions(), Progress.UNSEEN))
                .get()
                .satisfies(effect -> {
                    assertThat(effect.result().awaited()).isEqualTo(2);
                    assertThat(effect.result().count(EffectKind.GOES)).isGreaterThanOrEqualTo(2);
                });
        assertThat(effects.of(
                                InstructionText.parse("Exclude devices with platform Linux")
                                        .instructions(),
                                Progress.UNSEEN)
                        .orElseThrow()
                        .result()
                        .awaited())
                .isZero();
    }

    @Test
    void whatAnInstructionLeavesOutSinceItWasAskedForIsShownAtApprovalAndIsNotSent() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 2);
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = ask(macs, iPads);
        instruct(NO_MACS);

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(request, "")))
                .withMessageContaining("2 of 5 devices are no longer flagged")
                .withMessageContaining(NO_MACS)
                .withMessageContaining("look again");
        Recheck shown = recheck(request, Freshness.NOW);
        assertThat(shown.leftAloneIds()).containsExactlyInAnyOrderElementsOf(macs);
        assertThat(shown.flagged()).hasSize(3);
        assertThat(recheck(request, Freshness.STORED)).isEqualTo(shown);

        As.person(approver, () -> approvals.approve(request, "", shown.leftAloneIds()));
        requests.carryOut(request);

        assertThat(macs).allSatisfy(mac -> {
            assertThat(requests.state(request, mac)).isEqualTo("SKIPPED");
            assertThat(requests.detail(request, mac))
                    .isEqualTo("It is no longer flagged. Custom instruction: “" + NO_MACS + "”.");
            assertThat(requests.inEntra(mac).enabled()).isNotEqualTo(false);
            assertThat(requests.audit(mac)).endsWith("device.skipped by Portal");
        });
        assertThat(iPads)
                .allSatisfy(iPad -> assertThat(requests.state(request, iPad)).isEqualTo("VERIFIED"));
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(3);
        assertThat(approvalEntry(request)).contains("2 of 5 devices were no longer flagged by what is in force");
    }

    @Test
    void anInstructionSavedAfterTheApprovalIsHeededJustBeforeSending() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 2);
        long request = requests.approved(Action.DISABLE, macs, approver);
        instruct(NO_MACS);

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("SKIPPED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
    }

    @Test
    void anInstructionThatIsTakenBackInTimeKeepsNothingFromBeingDone() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 1);
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = ask(macs, iPads);
        instruct(NO_MACS);
        As.person(approver, () -> approvals.approve(request, "", Set.copyOf(macs)));
        instruct("");

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactly("VERIFIED");
    }

    @Test
    void whoSawMoreLeftAloneThanIsLooksAgain() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 1);
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = ask(macs, iPads);

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(request, "", Set.copyOf(macs))))
                .withMessageContaining("some are flagged again");
    }

    @Test
    void aRequestOfWhichNothingIsFlaggedAnyMoreIsNotApproved() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 2);
        long request = ask(macs, List.of());
        instruct(NO_MACS);

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(request, "", Set.copyOf(macs))))
                .withMessageContaining("nothing to approve");
        assertThat(requests.status(request)).isEqualTo("WAITING");
    }

    @Test
    void aLongerSilenceIsHeededByWhatWaitsForApprovalAndForSending() {
        List<UUID> silent = requests.silent(2);
        long waiting = ask(silent.subList(0, 1), List.of());
        long approved = requests.approved(Action.DISABLE, silent.subList(1, 2), approver);
        threshold(JudgingRules.defaults().withSilentAfter(Duration.ofDays(3_000)));

        requests.carryOut(approved);

        assertThat(requests.detail(approved, silent.get(1))).contains("no longer flagged", "thresholds in force");
        assertThat(recheck(waiting, Freshness.STORED).reasons().get(silent.get(0)))
                .contains("no longer flagged", "thresholds in force");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
    }

    @Test
    void aLongerGracePeriodIsHeededByWhatIsToBeDeleted() {
        List<UUID> devices = requests.silent(1);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        requests.readyToDelete(devices, 31);
        long request = requests.approved(Action.DELETE, devices, approver);
        threshold(JudgingRules.defaults().withGracePeriod(Duration.ofDays(60)));

        requests.carryOut(request);

        assertThat(requests.detail(request, devices.getFirst())).contains("its grace period ends on");
        assertThat(requests.inEntra(devices.getFirst()).present()).isTrue();
    }

    @Test
    void anExceptionMadeWhileARequestWaitsIsShownAtApproval() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = ask(devices, List.of());
        As.person(
                OWNER,
                () -> exceptions.add(List.of(new NewException(
                        ExceptionTarget.ofDevice(devices.getFirst(), "any"), "case 4711", null, false))));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(request, "")))
                .withMessageContaining("1 of 2 devices is no longer flagged")
                .withMessageContaining("case 4711");
        As.person(approver, () -> approvals.approve(request, "", Set.of(devices.getFirst())));
        requests.carryOut(request);

        assertThat(requests.state(request, devices.getFirst())).isEqualTo("SKIPPED");
        assertThat(requests.state(request, devices.getLast())).isEqualTo("VERIFIED");
    }

    @Test
    void aNewerRunThatNoLongerFlagsADeviceIsShownAtApproval() {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long request = ask(devices, List.of());
        instruct("Exclude devices with IDs [" + devices.getFirst() + "]");
        requests.run();
        instruct("");

        assertThat(recheck(request, Freshness.NOW).reasons())
                .containsOnly(Map.entry(devices.getFirst(), "The newest run no longer flags it."));
    }

    @Test
    void whoIsInAGroupIsReadJustBeforeSending() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 7);
        long request = requests.approved(Action.DISABLE, macs, approver);
        instruct("Exclude devices in group \"Executive devices\"");

        requests.carryOut(request);

        assertThat(requests.states(request)).containsExactlyInAnyOrder("SKIPPED", "VERIFIED");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isEqualTo(macs.size() - 1L);
    }

    @Test
    void whileNobodyCanTellWhoIsInAGroupNothingIsSent() {
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, iPads, approver);
        instruct("Exclude devices in group \"Executive devices\"");
        portal.strike(Fault.of(Fault.Kind.UNAVAILABLE, "/groups*", -1));

        requests.goOn(request);

        assertThat(requests.status(request)).isEqualTo("RUNNING");
        assertThat(requests.problem(request)).contains("Executive devices", "goes on by itself");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
        portal.faults().clear();
        requests.letTimePass(request);
        requests.carryOut(request);
        assertThat(requests.states(request)).containsExactly("VERIFIED");
    }

    @Test
    void aGroupThatMayNotBeReadHoldsWhatIsSentAndWhatIsApprovedUntilSomebodyPutsItRight() {
        List<UUID> iPads = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 2);
        long approved = requests.approved(Action.DISABLE, iPads.subList(0, 1), approver);
        long waiting = ask(iPads.subList(1, 2), List.of());
        instruct("Exclude devices in group \"Executive devices\"");
        portal.strike(Fault.of(Fault.Kind.STATUS, "/groups*", -1).withStatus(403));

        requests.goOn(approved);

        assertThat(requests.status(approved)).isEqualTo("BLOCKED");
        assertThat(requests.problem(approved)).contains("Executive devices", "nothing is done without it");
        assertThat(portal.faults().requests("PATCH /devices/{id}")).isZero();
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> As.person(approver, () -> approvals.approve(waiting, "")))
                .withMessageContaining("nothing is done without it");
        assertThat(recheck(waiting, Freshness.STORED).undecided()).contains("newer than the newest run");
        instruct("");
        As.person(approver, () -> approvals.tryAgain(approved));
        requests.carryOut(approved);
        assertThat(requests.states(approved)).containsExactly("VERIFIED");
    }

    @Test
    void takingBackIsNotHinderedByWhatOwnersDecide() {
        List<UUID> macs = requests.flagged("REMOVED_FROM_INTUNE", "MACOS", 1);
        requests.carryOut(requests.approved(Action.DISABLE, macs, approver));
        instruct(NO_MACS + "\nExclude devices in group \"Executive devices\"");
        portal.strike(Fault.of(Fault.Kind.STATUS, "/groups*", -1).withStatus(403));

        requests.carryOut(requests.approved(Action.ENABLE, macs, approver));

        assertThat(requests.inEntra(macs.getFirst()).enabled()).isTrue();
    }

    private long ask(List<UUID> some, List<UUID> others) {
        return requests.ask(
                        Action.DISABLE,
                        Stream.concat(some.stream(), others.stream()).toList())
                .id();
    }

    private Recheck recheck(long request, Freshness groups) {
        return rechecks.of(queries.get(request).orElseThrow(), groups);
    }

    private void instruct(String text) {
        As.person(OWNER, () -> instructions.save(instructions.current(), text));
    }

    private void threshold(JudgingRules changed) {
        rules.save(rules.current(), changed, false)
                .ifPresent(loosens -> SignedIn.asOwner("another", () -> loosenings.confirm(loosens.id())));
    }

    private String approvalEntry(long request) {
        return jdbc.sql(
                        "select summary from audit_entry where subject = :subject and action = 'request.approved' order by id desc limit 1")
                .param("subject", "request:" + request)
                .query(String.class)
                .single();
    }
}
