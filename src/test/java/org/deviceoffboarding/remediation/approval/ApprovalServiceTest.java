package org.deviceoffboarding.remediation.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.deviceoffboarding.notification.ToldSentences;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.playbook.TickedSteps;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.playbook.definition.Playbook;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.PlaybookState;
import org.deviceoffboarding.playbook.definition.StepEdit;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.LongAgo;
import org.deviceoffboarding.remediation.asking.NewRequest;
import org.deviceoffboarding.remediation.asking.NewestResult;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.execution.RequestWatchSwitch;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.recheck.RecheckService;
import org.deviceoffboarding.remediation.recheck.RestrictedCount;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.transaction.TestTransaction;

/** Who may ask, who may decide, and until when. */
@PortalTest
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class ApprovalServiceTest {

    private static final Actor ANNA = new Actor("anna", "Anna");
    private static final Actor BEN = new Actor("ben", "Ben");
    private static final Actor CARA = new Actor("cara", "Cara");

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private ApprovalService approvals;

    @Autowired
    private PlaybookService playbooks;

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private RecheckService rechecks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;
    private UUID device;
    private RecordedEntries recorded;

    @BeforeEach
    void haveATenant() {
        jdbc.sql("delete from notice").update();
        tenant = FlaggedTenant.removed(jdbc);
        device = tenant.flagged("LAPTOP-1", "AzureAd");
        recorded = new RecordedEntries(jdbc);
        Set.of(ANNA, BEN, CARA).forEach(person -> StoredActionIdentity.by(person.id(), jdbc));
    }

    @Test
    void whoAsksAndWhoDecidesIsWhoeverIsSignedInThen() {
        long request = ask(ANNA, device);

        As.person(BEN, () -> approvals.reject(request, "no"));

        ChangeRequest decided = requests.get(request).orElseThrow();
        assertThat(decided.requestedBy()).isEqualTo(ANNA);
        assertThat(Objects.requireNonNull(decided.decision()).by()).isEqualTo(BEN);
        assertThat(audit(request)).containsExactly("request.asked by Anna", "request.rejected by Ben");
    }

    @Test
    void whoMayApproveIsToldThatItIsWantedAndWhoAskedHowItWasDecided() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("anna", "Anna", Instant.now(), Roles.APPROVER);
        people.signIn("ben", "Ben", Instant.now(), Roles.APPROVER);
        people.signIn("rita", "Rita", Instant.now(), Roles.OPERATOR);

        long request = ask(ANNA, device);

        assertThat(ToldSentences.to("ben", jdbc))
                .singleElement()
                .asString()
                .startsWith("APPROVAL_WANTED: Anna asks to disable 1 device, for somebody else to approve until ");
        assertThat(ToldSentences.to("anna", jdbc)).as("of what she did herself").isEmpty();
        assertThat(ToldSentences.to("rita", jdbc)).isEmpty();

        As.person(BEN, () -> approvals.reject(request, "no"));

        assertThat(ToldSentences.to("anna", jdbc))
                .containsExactly("REQUEST_DECIDED: Ben rejected the request of Anna to disable 1 device: no");
        assertThat(ToldSentences.to("ben", jdbc)).hasSize(1);
    }

    @Test
    void withoutAnAgentNothingIsApprovedAndItCanBeOnceThereIsOneAgain() {
        long request = ask(ANNA, device);
        jdbc.sql("delete from agent").update();

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "")),
                "No agent is set up, and devices are looked at");

        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);
        StoredAgent.in(jdbc);
        As.person(BEN, () -> approvals.approve(request, ""));
        assertThat(status(request)).isEqualTo(RequestStatus.RUNNING);
    }

    @Test
    void untilARunHasReadAsTheIdentityThatTheAgentHasNothingIsApprovedNorGoesOn() {
        long request = ask(ANNA, device);
        jdbc.sql("update agent set identity_chosen_at = now() + interval '1 minute'")
                .update();

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "")),
                "The newest run read the tenant as another identity than the agent has now. This can be approved once a run");
        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);

        jdbc.sql("update agent set identity_chosen_at = null").update();
        As.person(BEN, () -> approvals.approve(request, ""));
        jdbc.sql("update change_request set status = 'BLOCKED', problem = 'x' where id = :id")
                .param("id", request)
                .update();
        jdbc.sql("update agent set identity_chosen_at = now() + interval '1 minute'")
                .update();
        refused(
                () -> As.person(BEN, () -> approvals.tryAgain(request)),
                "The newest run read the tenant as another identity than the agent has now. It can go on once a run");
        assertThat(status(request)).isEqualTo(RequestStatus.BLOCKED);
    }

    @Test
    void nobodyDecidesAboutTheirOwnWhateverRolesTheyHaveAndTheAttemptIsOnRecord() {
        long request = ask(ANNA, device);

        refused(() -> As.person(ANNA, () -> approvals.approve(request, "")), "Nobody decides about their own request");
        refused(() -> As.person(ANNA, () -> approvals.reject(request, "no")), "Nobody decides about their own request");

        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);
        assertThat(audit(request))
                .containsExactly("request.asked by Anna", "request.refused by Anna", "request.refused by Anna");
        assertThat(recorded.result("request.refused")).isEqualTo("REFUSED");
        assertThat(recorded.trail(device)).as("nothing became of it").containsExactly("request.asked");
    }

    @Test
    void whatEntraRestrictsIsApprovedOnlyByWhoSaysThatTheirRoleIsAssignedThere() {
        long request = ask(ANNA, device);
        jdbc.sql("update entra_device set management_restricted = true where object_id = :id")
                .param("id", device)
                .update();

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "")),
                "in restricted management administrative units");
        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);

        As.person(BEN, () -> approvals.approve(request, "", Set.of(), restricted(request), Progress.UNSEEN));

        assertThat(status(request)).isEqualTo(RequestStatus.RUNNING);
        assertThat(recorded.details("request.approved")).containsEntry("roleInUnits", true);
        assertThat(jdbc.sql("select role_in_units from change_request where id = :id")
                        .param("id", request)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoVouchesForOneUnitDoesNotApproveADeviceThatCameIntoAnotherMeanwhile() {
        long request = ask(ANNA, device);
        TenantCopy.restrict(jdbc, device, "Control rooms");
        RestrictedCount seen = restricted(request);
        assertThat(seen.names()).containsExactly("Control rooms");
        TenantCopy.restrict(jdbc, device, "Board");

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "", Set.of(), seen, Progress.UNSEEN)),
                "restricted management administrative units (Board)");

        As.person(BEN, () -> approvals.approve(request, "", Set.of(), restricted(request), Progress.UNSEEN));
        assertThat(recorded.details("request.approved")).containsEntry("units", List.of("Board"));
    }

    @Test
    void aDeviceThatLeftItsUnitSinceItWasAskedForNeedsNobodyToVouch() {
        TenantCopy.restrict(jdbc, device, "Control rooms", "Board");
        long request = ask(ANNA, device);
        TenantCopy.restrict(jdbc, device);

        As.person(BEN, () -> approvals.approve(request, ""));

        assertThat(status(request)).isEqualTo(RequestStatus.RUNNING);
        assertThat(recorded.details("request.approved")).containsEntry("roleInUnits", false);
    }

    private RestrictedCount restricted(long request) {
        return As.person(BEN, () -> rechecks.restricted(requests.get(request).orElseThrow()));
    }

    @Test
    void someoneElseApprovesAndItIsCarriedOutAsThem() {
        long request = ask(ANNA, device);

        As.person(BEN, () -> approvals.approve(request, " seen "));

        ChangeRequest approved = requests.get(request).orElseThrow();
        assertThat(approved.status()).isEqualTo(RequestStatus.RUNNING);
        assertThat(approved.carriedOutAs()).isEqualTo(BEN);
        assertThat(approved.decision())
                .satisfies(decision -> assertThat(decision.note()).isEqualTo("seen"));
        assertThat(audit(request)).containsExactly("request.asked by Anna", "request.approved by Ben");
        assertThat(recorded.trail(device)).containsExactly("request.asked", "request.approved");
        assertThat(recorded.details("request.approved"))
                .containsEntry("request", (int) request)
                .containsEntry("does", "DISABLE")
                .containsEntry("requestedBy", "Anna")
                .containsEntry("note", "seen")
                .containsEntry("before", Map.of("status", "WAITING"))
                .containsEntry("after", Map.of("status", "RUNNING"));
    }

    @Test
    void nothingIsDeletedWhereATickWasTakenBackSinceItWasAskedFor() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        UUID left = tenant.flaggedAndDisabled("LAPTOP-2", "AzureAd", 40);
        TickedSteps.everywhere(jdbc);
        long request = As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DELETE, List.of(left), "gone", "a test", null, 0, false, NewestResult.of(jdbc))))
                .id();

        jdbc.sql("delete from step_tick where step = 'list'").update();

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "")),
                "requires this before, and it is not ticked: “Download the device list”");
        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void nothingIsDeletedThatAnOwnerRequiresMoreForSinceItWasAskedFor() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        UUID left = tenant.flaggedAndDisabled("LAPTOP-2", "AzureAd", 40);
        TickedSteps.everywhere(jdbc);
        long request = As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DELETE, List.of(left), "gone", "a test", null, 0, false, NewestResult.of(jdbc))))
                .id();

        As.person(CARA, () -> require(Playbook.Key.WINDOWS_JOINED, "defender-windows"));

        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "")),
                "requires this before, and it is not ticked: “");
        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);

        As.person(ANNA, () -> checklists.tick(tenant.suggestionId(), "defender-windows"));
        As.person(BEN, () -> approvals.approve(request, ""));

        assertThat(status(request)).isEqualTo(RequestStatus.RUNNING);
    }

    @Test
    void theLongestNoteThatADecisionTakesIsToldShortened() {
        new SeenPeople(events).signIn("anna", "Anna", Instant.now(), Roles.OPERATOR);
        long request = ask(ANNA, device);

        As.person(BEN, () -> approvals.reject(request, "n".repeat(TextLimits.NOTE)));

        assertThat(status(request)).isEqualTo(RequestStatus.REJECTED);
        assertThat(ToldSentences.to("anna", jdbc))
                .singleElement()
                .asString()
                .startsWith("REQUEST_DECIDED: Ben rejected the request of Anna to disable 1 device: nnn")
                .endsWith("n…");
    }

    @Test
    void whoHasNotSignedInForActionsApprovesNothing() {
        long request = ask(ANNA, device);
        jdbc.sql("delete from action_identity where person_id = 'ben'").update();

        refused(() -> As.person(BEN, () -> approvals.approve(request, "")), "Sign in for actions first");
        As.person(BEN, () -> approvals.reject(request, "Not today"));

        assertThat(status(request)).isEqualTo(RequestStatus.REJECTED);
    }

    @Test
    void whatIsLongerThanAnyFieldTakesIsRefusedAndStoredNowhere() {
        refused(
                () -> As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                "x".repeat(300_000),
                                "a test",
                                null,
                                0,
                                false,
                                NewestResult.of(jdbc)))),
                "The reason has 300000 characters; at most 500 are kept");
        long request = ask(ANNA, device);
        refused(
                () -> As.person(BEN, () -> approvals.approve(request, "x".repeat(2_001))),
                "The note has 2001 characters; at most 2000 are kept");
        refused(
                () -> As.person(BEN, () -> approvals.reject(request, "x".repeat(300_000))),
                "The note has 300000 characters");

        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    @WithMockUser(
            username = "ben",
            roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorDecidesAboutNothing() {
        long before = jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
        long request = ask(ANNA, device); // its entry in the audit log is not committed yet

        denied(() -> As.person(BEN, () -> approvals.approve(request, "")));
        denied(() -> As.person(BEN, () -> approvals.reject(request, "no")));
        denied(() -> As.person(BEN, () -> approvals.tryAgain(request)));

        TestTransaction.end();
        assertThat(jdbc.sql(
                                "select summary from audit_entry where id > :before and summary like '%approve or reject%' order by id")
                        .param("before", before)
                        .query(String.class)
                        .list())
                .as("kept, though all else was rolled back")
                .containsExactly(
                        "Was refused what it takes to approve or reject actions that someone else asked for, never their own");
    }

    @Test
    @WithMockUser(username = "ben", roles = Roles.READER)
    void aReaderAsksForNothing() {
        denied(() -> submissions.preview(Action.DISABLE, List.of(device)));
        denied(() -> ask(BEN, device));
        denied(() -> As.person(BEN, () -> submissions.withdraw(1)));
        denied(() -> As.person(BEN, () -> submissions.stop(1)));
    }

    @Test
    void whatWasRejectedSaysWhyAndItsDevicesCanBeAskedForAgain() {
        long request = ask(ANNA, device);
        refused(() -> ask(CARA, device), "is in request " + request);
        refused(() -> As.person(BEN, () -> approvals.reject(request, " ")), "Say why");

        As.person(BEN, () -> approvals.reject(request, "Wrong list"));

        assertThat(states(request)).containsExactly("DROPPED");
        assertThat(status(ask(CARA, device))).isEqualTo(RequestStatus.WAITING);
        refused(() -> As.person(CARA, () -> approvals.approve(request, "")), "It is too late for that");
    }

    @Test
    void aRequestThatNobodyDecidedAboutExpiresAfterThreeDays() {
        long request = ask(ANNA, device);
        asked(request, Duration.ofDays(3).minusMinutes(1));
        RequestWatchSwitch.look(portal);
        assertThat(status(request)).isEqualTo(RequestStatus.WAITING);

        asked(request, Duration.ofDays(3));
        refused(() -> As.person(BEN, () -> approvals.approve(request, "")), "It waited for three days");
        RequestWatchSwitch.look(portal);

        assertThat(status(request)).isEqualTo(RequestStatus.EXPIRED);
        assertThat(states(request)).containsExactly("DROPPED");
        assertThat(audit(request)).endsWith("request.expired by Portal");
        assertThat(status(ask(ANNA, device))).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void onlyWhoAskedOrAnOwnerWithdraws() {
        long request = ask(ANNA, device);

        refused(
                () -> As.person(BEN, List.of(Roles.OPERATOR), () -> submissions.withdraw(request)),
                "Only Anna, who asked for it, or an owner");
        As.person(BEN, List.of(Roles.OPERATOR, Roles.OWNER), () -> submissions.withdraw(request));

        assertThat(status(request)).isEqualTo(RequestStatus.WITHDRAWN);
        refused(() -> As.person(ANNA, () -> submissions.withdraw(request)), "It is too late");
    }

    @Test
    void whoWithdrawsOrStopsTheirOwnRequestIsNamedOnceOnly() {
        long request = ask(ANNA, device);
        As.person(ANNA, () -> submissions.withdraw(request));

        assertThat(jdbc.sql("select sentence from notice where subject = :request and kind = 'REQUEST_DECIDED'")
                        .param("request", "request:" + request)
                        .query(String.class)
                        .single())
                .isEqualTo("Anna withdrew their own request to disable 1 device.");
    }

    @Test
    void soFewThatNeedNoApprovalAreCarriedOutAsWhoAsked() {
        OwnersRules.set(jdbc, 2, 500, 1_000);

        ChangeRequest request = requests.get(ask(ANNA, device)).orElseThrow();

        assertThat(request.status()).isEqualTo(RequestStatus.RUNNING);
        assertThat(request.needsApproval()).isFalse();
        assertThat(request.carriedOutAs()).isEqualTo(ANNA);
    }

    @Test
    void whatEntraRestrictsNeedsApprovalHoweverFewTheyAre() {
        OwnersRules.set(jdbc, 2, 500, 1_000);
        jdbc.sql("update entra_device set management_restricted = true where object_id = :id")
                .param("id", device)
                .update();

        assertThat(status(ask(ANNA, device))).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void severalSmallRequestsNeedApprovalLikeALargeOne() {
        OwnersRules.set(jdbc, 3, 500, 1_000);
        UUID second = tenant.flagged("LAPTOP-2", "AzureAd");
        UUID third = tenant.flagged("LAPTOP-3", "AzureAd");

        long first = ask(ANNA, device);
        assertThat(status(first)).isEqualTo(RequestStatus.RUNNING);
        assertThat(status(ask(BEN, second))).isEqualTo(RequestStatus.RUNNING);
        assertThat(status(ask(ANNA, third))).as("the third of a day").isEqualTo(RequestStatus.WAITING);

        LongAgo.decided(jdbc, first, "25 hours");
        assertThat(status(ask(ANNA, tenant.flagged("LAPTOP-4", "AzureAd")))).isEqualTo(RequestStatus.RUNNING);
    }

    @Test
    void whoSawThatItWaitsForApprovalDoesNotSeeItCarriedOutAtOnceBecauseAnOwnerLoosenedTheRule() {
        NewRequest seen = new NewRequest(
                Action.DISABLE, List.of(device), "They left", "a test", null, 0, true, NewestResult.of(jdbc));
        OwnersRules.set(jdbc, 2, 500, 1_000);

        refused(
                () -> As.person(ANNA, () -> submissions.ask(seen)),
                "it would no longer wait for approval but be carried out at once");

        OwnersRules.set(jdbc, 1, 500, 1_000);
        assertThat(As.person(ANNA, () -> submissions.ask(seen)).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void aCapOfADayIsHeldAtTheApproval() {
        OwnersRules.set(jdbc, 1, 500, 1);
        long request = ask(ANNA, device);
        long other = ask(ANNA, tenant.flagged("LAPTOP-2", "AzureAd"));
        As.person(BEN, () -> approvals.approve(request, ""));

        refused(
                () -> As.person(BEN, () -> approvals.approve(other, "")),
                "more devices would be disabled or deleted within 24 hours");
    }

    @Test
    void aRequestForEarlierCircumstancesIsRefused() {
        UUID healthy = tenant.healthy("LAPTOP-2");

        refused(() -> ask(ANNA, healthy), "such as LAPTOP-2");
        refused(() -> ask(ANNA), "There is no device in it");
        refused(
                () -> As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                " ",
                                "a test",
                                null,
                                0,
                                false,
                                NewestResult.of(jdbc)))),
                "Give a reason");
        refused(
                () -> As.person(
                        ANNA,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(device),
                                "gone",
                                "a test",
                                null,
                                1,
                                false,
                                NewestResult.of(jdbc)))),
                "you confirmed 1");
    }

    private long ask(Actor actor, UUID... devices) {
        return As.person(
                        actor,
                        () -> submissions.ask(new NewRequest(
                                Action.DISABLE,
                                List.of(devices),
                                "They left",
                                "a test",
                                null,
                                0,
                                false,
                                NewestResult.of(jdbc))))
                .id();
    }

    private void require(Playbook.Key key, String step) {
        PlaybookState now = playbooks.get(key);
        List<StepEdit> edits = now.playbook().steps().stream()
                .map(StepEdit::of)
                .map(edit -> new StepEdit(
                        edit.key(),
                        edit.title(),
                        edit.why(),
                        edit.how(),
                        edit.link(),
                        edit.required() || edit.key().equals(step)))
                .toList();
        playbooks.change(key, now.version(), edits);
    }

    /** Lets a request have been asked for so long ago. */
    private void asked(long request, Duration ago) {
        LongAgo.asked(jdbc, request, ago.toSeconds() + " seconds");
    }

    private RequestStatus status(long request) {
        return requests.get(request).orElseThrow().status();
    }

    private Set<String> states(long request) {
        return Set.copyOf(jdbc.sql("select state from requested_device where request_id = :id")
                .param("id", request)
                .query(String.class)
                .list());
    }

    private List<String> audit(long request) {
        return jdbc.sql("select action || ' by ' || actor_name from audit_entry where subject = :subject order by id")
                .param("subject", "request:" + request)
                .query(String.class)
                .list();
    }

    private static void refused(Runnable what, String why) {
        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(what::run)
                .withMessageContaining(why);
    }

    private static void denied(Runnable what) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(what::run);
    }
}
