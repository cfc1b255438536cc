package org.deviceoffboarding.remediation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasErrorParameter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.audit.restored.HeldDatabase;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.delegation.ActionIdentityChanged;
import org.deviceoffboarding.delegation.StoredActionIdentity;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.person.SeenPeople;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Who may do what with a request, and what the dialogs say before. */
@PortalTest
@ViewPackages(classes = RequestView.class)
@WithMockUser(
        username = "anna",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class RequestViewTest extends SpringBrowserlessTest {

    private static final String APPROVE = "Approve…";
    private static final String REJECT = "Reject…";
    private static final String WITHDRAW = "Withdraw…";
    private static final String STOP = "Stop…";

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @WithMockUser(username = "anna", roles = Roles.READER)
    void aReaderSeesEveryRequestAndNoButton() {
        for (RequestStatus status : RequestStatus.values()) {
            open(ARequest.in(jdbc).that(status).askedBy("anna").store());

            assertThat(offered()).isEmpty();
            assertThat(page()).contains("Disable 2 devices", "They left the company.");
            assertThat(find(ActionSignInPanel.class).exists()).isFalse();
        }
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR})
    void anOperatorWithdrawsTheirOwnAndStopsWhatIsCarriedOut() {
        assertThat(offeredFor(RequestStatus.WAITING, "anna")).containsExactly(WITHDRAW);
        assertThat(offeredFor(RequestStatus.WAITING, "ben")).isEmpty();
        assertThat(offeredFor(RequestStatus.RUNNING, "ben")).containsExactly(STOP);
        assertThat(offeredFor(RequestStatus.BLOCKED, "ben")).containsExactly(STOP);
    }

    @Test
    void anApproverDecidesAboutWhatOthersAskForOnceSignedInForActions() {
        assertThat(offeredFor(RequestStatus.WAITING, "ben")).containsExactly(REJECT);
        assertThat(find(Button.class).withText("Sign in for actions").exists()).isTrue();

        StoredActionIdentity.by("anna", jdbc);

        assertThat(offeredFor(RequestStatus.WAITING, "ben")).containsExactly(REJECT, APPROVE);
        assertThat(find(Button.class).withText("Sign in for actions").exists()).isFalse();
        assertThat(offeredFor(RequestStatus.BLOCKED, "ben")).containsExactly(STOP, "Try again");
    }

    @Test
    void anApproverIsAskedForTheTickOnlyWhereDevicesAreRestricted() {
        StoredActionIdentity.by("anna", jdbc);
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        long request = ARequest.in(jdbc)
                .that(RequestStatus.WAITING)
                .askedBy("ben")
                .with(ARequestedDevice.named("LAPTOP-1").is(device))
                .store();
        open(request);
        find(Button.class).withText(APPROVE).single().click();
        assertThat(find(Checkbox.class).all()).noneMatch(Checkbox::isVisible);

        jdbc.sql("update entra_device set management_restricted = true where object_id = :id")
                .param("id", device)
                .update();
        open(request);
        find(Button.class).withText(APPROVE).single().click();

        assertThat(find(Checkbox.class).all())
                .filteredOn(box -> box.getLabel().startsWith("My role in Entra is assigned"))
                .isNotEmpty();
        assertThat(find(UnitList.class).all())
                .as("the result is from before the portal read units")
                .anyMatch(units ->
                        units.getElement().getTextRecursively().contains("In which unit is not known: 1 device"));
    }

    @Test
    void anApproverReadsInWhichUnitsTheDevicesAreAndTheListMarksThem() {
        StoredActionIdentity.by("anna", jdbc);
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        UUID one = tenant.flagged("LAPTOP-1", "AzureAd");
        UUID other = tenant.flagged("LAPTOP-2", "AzureAd");
        TenantCopy.restrict(jdbc, one, "Control rooms", "Board");
        TenantCopy.restrict(jdbc, other, "Board");
        long request = ARequest.in(jdbc)
                .that(RequestStatus.WAITING)
                .askedBy("ben")
                .with(ARequestedDevice.named("LAPTOP-1").is(one))
                .with(ARequestedDevice.named("LAPTOP-2").is(other))
                .store();

        open(request);
        find(Button.class).withText(APPROVE).single().click();

        assertThat(find(UnitList.class).single().getElement().getTextRecursively())
                .contains("Board: 2 devices", "Control rooms: 1 device")
                .doesNotContain("not known");
        assertThat(test(find(Grid.class).single())
                        .getCellComponent(0, 5)
                        .getElement()
                        .getTextRecursively())
                .contains("Restricted in Entra");
    }

    @Test
    void whoMayDecideIsSaidByNameAndThatNobodyMay() {
        SeenPeople people = new SeenPeople(events);
        people.signIn("ben", "Ben Lund", Instant.now(), Roles.OWNER);

        open(ARequest.in(jdbc).that(RequestStatus.WAITING).askedBy("ben").store());
        assertThat(page())
                .contains(
                        "Ben Lund",
                        "Nobody but who asked for this has the role Approver and has signed in within 90 days");

        people.signIn("anna", "Anna Berg", Instant.now(), Roles.APPROVER);
        people.signIn("rosa", "Rosa Martín", Instant.now().minusSeconds(9), Roles.APPROVER);
        open(ARequest.in(jdbc).that(RequestStatus.WAITING).askedBy("ben").store());
        assertThat(page()).contains("You or Rosa Martín can decide about this.");
    }

    @Test
    void anApproverDoesNotDecideAboutTheirOwnAndReadsWhy() {
        StoredActionIdentity.by("anna", jdbc);

        assertThat(offeredFor(RequestStatus.WAITING, "anna")).containsExactly(WITHDRAW);

        assertThat(page()).contains("Waiting for someone else", "Nobody decides about their own request");
        assertThat(find(ActionSignInPanel.class).exists()).isFalse();
    }

    @Test
    @WithMockUser(
            username = "anna",
            roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
    void anOwnerWithdrawsWhatOthersAskedForAndNothingIsOfferedAfterTheEnd() {
        StoredActionIdentity.by("anna", jdbc);

        assertThat(offeredFor(RequestStatus.WAITING, "ben")).containsExactly(WITHDRAW, REJECT, APPROVE);
        assertThat(offeredFor(RequestStatus.WAITING, "anna")).containsExactly(WITHDRAW);
        Stream.of(RequestStatus.REJECTED, RequestStatus.EXPIRED, RequestStatus.WITHDRAWN)
                .forEach(ended -> assertThat(offeredFor(ended, "ben")).isEmpty());
    }

    @Test
    void whatWaitedForTooLongIsNotDecidedAbout() {
        StoredActionIdentity.by("anna", jdbc);
        open(ARequest.in(jdbc).askedAt(Instant.now().minus(Duration.ofDays(3))).store());

        assertThat(offered()).isEmpty();
        assertThat(page()).contains("It waited for three days and can no longer be decided about.");
    }

    @Test
    void approvingRepeatsWhatWillHappenAndCarriesItOutAsTheApprover() {
        StoredActionIdentity.by("anna", jdbc);
        long id = flaggedRequest();
        open(id);

        click(APPROVE);

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Approve: Disable 2 devices?");
        assertThat(dialog())
                .contains("2 devices: 2 Ordinary", Action.DISABLE.meaning(), Action.DISABLE.undo())
                .contains("anna: with your own identity and roles in Entra");
        test(note()).setValue("Seen with ben.");
        click("Approve and disable 2 devices");
        assertThat(request(id).status()).isEqualTo(RequestStatus.RUNNING);
        assertThat(request(id).decision())
                .satisfies(decision -> assertThat(decision.by().name()).isEqualTo("anna"));
        assertThat(page()).contains("Being carried out", "Seen with ben.", "0 of 2 devices handled.");
        assertThat(offered()).containsExactly(STOP);
    }

    @Test
    void whileARestoredDatabaseIsHeldApprovingSaysThatItWaitsAlsoWhereThatChangesMeanwhile() {
        StoredActionIdentity.by("anna", jdbc);
        long id = flaggedRequest();
        open(id);
        click(APPROVE);
        assertThat(dialog()).contains("It begins at once. Each device");

        HeldDatabase.begin(jdbc);
        News.tell(events, new RestorationChanged());
        runPendingSignalsTasks();

        assertThat(dialog())
                .doesNotContain("at once")
                .contains("It begins once an owner has confirmed what is open in the database")
                .contains("; nothing is sent before. Each device is read again");

        HeldDatabase.end(jdbc);
        News.tell(events, new RestorationChanged());
        runPendingSignalsTasks();
        assertThat(dialog()).contains("It begins at once. Each device");

        HeldDatabase.begin(jdbc);
        click("Approve and disable 2 devices");
        assertThat(test(find(Notification.class).single()).getText())
                .startsWith("Approved. It begins once an owner has confirmed what is open");
    }

    @Test
    void whatOnePersonOpenedDecidesInTheNameOfWhoeverClicksIt() {
        StoredActionIdentity.by("anna", jdbc);
        StoredActionIdentity.by("ben", jdbc);
        long id = flaggedRequest("ben");
        open(id);
        click(APPROVE);

        As.person(new Actor("ben", "ben"), () -> click("Approve and disable 2 devices")); // who asked for it

        assertThat(dialog()).contains("Nobody decides about their own request");
        assertThat(request(id).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void approvingSaysForHowManyDevicesItIsFinal() {
        StoredActionIdentity.by("anna", jdbc);
        FlaggedTenant.removed(jdbc);
        open(ARequest.in(jdbc)
                .to(Action.DELETE)
                .with(
                        ARequestedDevice.named("PC-1"),
                        ARequestedDevice.named("PC-2").joined(null),
                        ARequestedDevice.named("PC-3").joined("ServerAd"))
                .store());

        click(APPROVE);

        assertThat(dialog())
                .contains(
                        "It is final for 2 of the 3 devices",
                        "nobody can restore them",
                        "For the others it can be undone within 30 days");
        assertThat(find(Button.class)
                        .withText("Approve and delete 0 devices") // none of them is flagged any more
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void whoeverIsSlowerReadsInTheDialogThatItIsDecided() {
        StoredActionIdentity.by("anna", jdbc);
        long id = flaggedRequest();
        open(id);
        click(APPROVE);
        jdbc.sql("update change_request set status = 'EXPIRED', finished_at = now() where id = :id")
                .param("id", id)
                .update();

        click("Approve and disable 2 devices");

        assertThat(refusal()).startsWith("It is too late for that: the request is 'Expired' by now.");
        assertThat(find(Button.class)
                        .withText("Approve and disable 2 devices")
                        .single()
                        .isEnabled())
                .isTrue();
    }

    @Test
    void whatAnOwnerDecidedSinceIsShownOnThePageAndBesideTheButtonThatApproves() {
        StoredActionIdentity.by("anna", jdbc);
        open(flaggedRequest());
        assertThat(find(RecheckSection.class).exists()).isFalse();

        instruct("Exclude devices named PC-1");
        News.tell(events, new JudgingChanged());
        runPendingSignalsTasks();

        assertThat(page())
                .contains("1 of 2 devices is no longer flagged by what is in force now, and is left alone:")
                .contains(
                        "1 device: It is no longer flagged. Custom instruction: “Exclude devices with names matching PC-1”.")
                .contains("Still flagged, to disable: 1 device: PC-2.");
        click(APPROVE);
        assertThat(dialog())
                .contains("1 of 2 devices is no longer flagged", "PC-1", "Still flagged, to disable: 1 device: PC-2.");
        click("Approve and disable 1 device");
        assertThat(page()).contains("Being carried out");
    }

    @Test
    void withoutAnAgentThePageAndTheDialogSayThatItCanBeApprovedOnceThereIsOne() {
        StoredActionIdentity.by("anna", jdbc);
        open(flaggedRequest());
        click(APPROVE);
        click("Cancel");
        assertThat(button(APPROVE).isEnabled()).isTrue();

        jdbc.sql("delete from agent").update();
        click(APPROVE); // it was open before

        assertThat(dialog())
                .contains("No agent is set up", "This can be approved once there is one and a run has read the tenant.")
                .doesNotContain("It begins", "flagged", "no longer in Entra");
        assertThat(button("Approve and disable 2 devices").isEnabled()).isFalse();
        click("Cancel");
        News.tell(events, new AgentChanged());
        runPendingSignalsTasks();
        assertThat(page())
                .contains("This can be approved once there is one and a run has read the tenant.")
                .doesNotContain("no longer flagged", "no longer in Entra");
        assertThat(button(APPROVE).isEnabled()).isFalse();

        StoredAgent.in(jdbc);
        News.tell(events, new AgentChanged());
        runPendingSignalsTasks();
        assertThat(page()).doesNotContain("This can be approved once");
        assertThat(button(APPROVE).isEnabled()).isTrue();
    }

    @Test
    void afterTheAgentWasSetUpAnewItIsSaidThatNoRunHasReadTheTenant() {
        StoredActionIdentity.by("anna", jdbc);
        long id = ARequest.in(jdbc).store();
        StoredAgent.in(jdbc);
        jdbc.sql("delete from evaluation_run").update();

        open(id);

        assertThat(page())
                .contains("No run has read the tenant since the agent was set up. This can be approved once one has.");
        assertThat(button(APPROVE).isEnabled()).isFalse();
    }

    @Test
    void whatIsTakenBackNeedsAnAgentAndNoRun() {
        StoredActionIdentity.by("anna", jdbc);
        jdbc.sql("delete from agent").update();
        long id = ARequest.in(jdbc).to(Action.ENABLE).store();

        open(id);

        assertThat(page()).contains("This can be approved once there is one.").doesNotContain("a run has read");
        assertThat(button(APPROVE).isEnabled()).isFalse();

        StoredAgent.in(jdbc);
        open(id);
        click(APPROVE);
        assertThat(dialog()).contains("It begins at once");
        assertThat(button("Approve and re-enable 2 devices").isEnabled()).isTrue();
    }

    @Test
    void untilARunHasReadTheTenantAsTheIdentityThatTheAgentHasNothingIsApproved() {
        StoredActionIdentity.by("anna", jdbc);
        long id = flaggedRequest();
        open(id);
        jdbc.sql("update agent set identity_chosen_at = now() + interval '1 minute'")
                .update();

        click(APPROVE);

        String why =
                "The newest run read the tenant as another identity than the agent has now. This can be approved once a run has read"
                        + " it as the one that it has now.";
        assertThat(dialog()).contains(why).doesNotContain("It begins");
        assertThat(button("Approve and disable 2 devices").isEnabled()).isFalse();
        open(id);
        assertThat(page()).contains(why);
        assertThat(button(APPROVE).isEnabled()).isFalse();
    }

    @Test
    void whoeverOpenedTheDialogBeforeAnOwnerDecidedLooksAgain() {
        StoredActionIdentity.by("anna", jdbc);
        long id = flaggedRequest();
        open(id);
        click(APPROVE);
        instruct("Exclude devices named PC-1");

        click("Approve and disable 2 devices");

        assertThat(refusal())
                .contains("1 of 2 devices is no longer flagged, such as PC-1", "Close this and look again");
        assertThat(request(id).status()).isEqualTo(RequestStatus.WAITING);
    }

    @Test
    void rejectingNeedsANote() {
        long id = ARequest.in(jdbc).store();
        open(id);
        click(REJECT);

        click("Reject request");

        assertThat(note().getErrorMessage()).startsWith("Say why you reject it");
        assertThat(request(id).status()).isEqualTo(RequestStatus.WAITING);

        test(note()).setValue("PC-2 is in use.");
        click("Reject request");

        assertThat(request(id).status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(page()).contains("Rejected by", "anna", "PC-2 is in use.");
        assertThat(find(RequestedDevices.class).exists()).isTrue();
    }

    @Test
    void withdrawingEndsIt() {
        long id = ARequest.in(jdbc).askedBy("anna").store();
        open(id);

        click(WITHDRAW);
        click("Withdraw request");

        assertThat(request(id).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(page()).contains("Withdrawn");
        assertThat(offered()).isEmpty();
    }

    @Test
    void stoppingSaysWhatStopsAndWhatDoesNot() {
        long id = ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .with(
                        ARequestedDevice.named("PC-1").that(DeviceState.VERIFIED),
                        ARequestedDevice.named("PC-2").that(DeviceState.SENT),
                        ARequestedDevice.named("PC-3"))
                .store();
        open(id);

        click(STOP);

        assertThat(dialog())
                .contains("1 device that still waited a moment ago is left alone")
                .contains("already asked about 2 devices", "is not undone", "ask to re-enable");
        click("Stop request");
        assertThat(page())
                .contains("nothing was done to it", "1 of 3 devices handled; 1 dropped, to which nothing was done.");
    }

    @Test
    void whatStoppedForWantOfASignInSaysItOnceAndAfterANewOneThatTryAgainLetsItGoOn() {
        StoredActionIdentity.by("anna", jdbc);
        jdbc.sql("""
                update action_identity set expired = true, refusal_reason = 'INTERACTION', refusal_code = 'AADSTS50079',
                    refusal_said = '', refused_at = now()
                """).update();
        open(ARequest.in(jdbc)
                .that(RequestStatus.BLOCKED)
                .decidedBy("anna")
                .withProblem("The tenant refused the sign-in of anna for actions (AADSTS50079): a policy. "
                        + RefusedIdentity.approver("anna").newSignIn())
                .store());
        assertThat(page())
                .contains("It does not go on: you have to sign in for actions again. Then press “Try again”.")
                .containsOnlyOnce("AADSTS50079");

        jdbc.sql("delete from action_identity").update();
        StoredActionIdentity.by("anna", jdbc);
        News.tell(events, new ActionIdentityChanged("anna"));
        runPendingSignalsTasks();

        assertThat(page())
                .contains(
                        "It stopped for want of your sign-in for actions, and you have signed in since. To let it go on, press"
                                + " “Try again”.")
                .doesNotContain("has to sign in", "AADSTS50079");
        assertThat(offered()).contains("Try again");
    }

    @Test
    void anotherApproverReadsWhoHasToSignIn() {
        StoredActionIdentity.by("anna", jdbc);
        String problem =
                "The tenant refused it. " + RefusedIdentity.approver("ben").newSignIn();

        open(ARequest.in(jdbc)
                .that(RequestStatus.BLOCKED)
                .decidedBy("ben")
                .withProblem(problem)
                .store());

        assertThat(page()).contains("It does not go on. " + problem);
    }

    @Test
    void stoppingBeforeAnythingWasSentSaysSo() {
        open(ARequest.in(jdbc).that(RequestStatus.BLOCKED).store());

        click(STOP);

        assertThat(dialog())
                .contains("2 devices that still waited a moment ago are left alone", "about none of them yet");
    }

    @Test
    void onceSignedInForActionsElsewhereThePageOffersApproval() {
        open(ARequest.in(jdbc).store());
        assertThat(offered()).containsExactly(REJECT);

        StoredActionIdentity.by("anna", jdbc);
        News.tell(events, new ActionIdentityChanged("anna"));
        runPendingSignalsTasks();

        assertThat(offered()).containsExactly(REJECT, APPROVE);
    }

    @Test
    void aRequestThatDoesNotExistIsSaid() {
        open(4_711_000_000L);

        assertThat(find(H1.class).withText("There is no such request").exists()).isTrue();
        assertThat(find(PageHeader.class).exists()).isFalse();
    }

    @Test
    void anAddressThatNamesNoRequestLeadsNowhere() {
        UI.getCurrent().navigate("approvals/the-first");

        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
        assertThat(find(RequestTop.class).exists()).isFalse();
    }

    private List<String> offeredFor(RequestStatus status, String askedBy) {
        open(ARequest.in(jdbc).that(status).askedBy(askedBy).store());
        return offered();
    }

    /** Two devices that the newest run flagged. */
    private long flaggedRequest() {
        return flaggedRequest("operator@contoso.example");
    }

    private long flaggedRequest(String askedBy) {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        return ARequest.in(jdbc)
                .askedBy(askedBy)
                .with(
                        ARequestedDevice.named("PC-1").is(tenant.flagged("PC-1", "AzureAd")),
                        ARequestedDevice.named("PC-2").is(tenant.flagged("PC-2", "AzureAd")))
                .store();
    }

    private void instruct(String text) {
        jdbc.sql("""
                insert into instruction_version (version, text, sentences, saved_at, saved_by_id, saved_by_name)
                values ((select coalesce(max(version), 0) + 1 from instruction_version), :text, 1, now(), 'o', 'Olga')
                """).param("text", text).update();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    /** What other features let people do with it is theirs to say. */
    private List<String> offered() {
        return find(Button.class, find(PageHeader.class).single()).all().stream()
                .map(Button::getText)
                .filter(text -> !text.equals("Add to tasks…"))
                .toList();
    }

    private void open(long id) {
        navigate(RequestView.class, id);
    }

    private String page() {
        return find(RequestTop.class).single().getElement().getTextRecursively();
    }

    private String dialog() {
        return find(Dialog.class).single().getElement().getTextRecursively();
    }

    private String refusal() {
        return find(Div.class, find(Dialog.class).single())
                .withAttribute("role", "alert")
                .single()
                .getText();
    }

    private TextArea note() {
        return find(TextArea.class).single();
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private ChangeRequest request(long id) {
        return requests.get(id).orElseThrow();
    }
}
