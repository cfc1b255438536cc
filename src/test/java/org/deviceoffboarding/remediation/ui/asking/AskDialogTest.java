package org.deviceoffboarding.remediation.ui.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.audit.restored.HeldDatabase;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.RefusalNotice;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.approval.RulesForRequestsChanged;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.query.RequestFilter;
import org.deviceoffboarding.remediation.query.RequestQueryService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Asking for actions on a suggestion's page and on devices picked from a list. */
@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.inventory.ui",
            "org.deviceoffboarding.suggestion.ui",
            "org.deviceoffboarding.remediation.ui"
        })
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class AskDialogTest extends SpringBrowserlessTest {

    @Autowired
    private RequestQueryService requests;

    @Autowired
    private AskDialogs dialogs;

    @Autowired
    private ChecklistService checklists;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private FlaggedTenant tenant;

    @BeforeEach
    void haveATenant() {
        tenant = FlaggedTenant.removed(jdbc);
    }

    @Test
    void aSuggestionsDevicesAreAskedForWithAReason() {
        UUID first = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "Workplace");
        openSuggestion();

        click("Disable 2 devices…");

        assertThat(title()).isEqualTo("Disable 2 devices");
        assertThat(text())
                .contains("Stops the devices from signing in", "2 Ordinary", "It can be undone", "role Approver")
                .contains("Not known for 2 devices")
                .contains("LAPTOP-1", first.toString(), tenant.deviceIdOf(first).toString());

        type("replaced, ticket 4711");
        click("Ask to disable 2 devices");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(all()).singleElement().satisfies(request -> {
            assertThat(request.title()).isEqualTo("Disable 2 devices");
            assertThat(request.status()).isEqualTo(RequestStatus.WAITING);
            assertThat(request.reason()).isEqualTo("replaced, ticket 4711");
            assertThat(request.source()).isEqualTo("suggestion 'Remove some devices'");
            assertThat(request.suggestionId()).isEqualTo(tenant.suggestionId());
        });
        assertThat(notice())
                .contains("Asked to disable 2 devices. It waits for approval.")
                .contains("Open request " + all().getFirst().id());
    }

    @Test
    void whatTheAgentWasShownAsAnotherIdentityIsNotAskedForUntilARunAsTheOneItHas() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        jdbc.sql("update agent set identity_chosen_at = now() + interval '1 minute'")
                .update();

        click("Disable 1 device…");

        assertThat(text())
                .contains("The newest run read the tenant as another identity than the agent has now. Run again first");
        assertThat(find(Button.class).withText("Ask to disable 1 device").exists())
                .isFalse();

        jdbc.sql("update agent set identity_chosen_at = null").update();
        News.tell(events, new AgentChanged());
        runPendingSignalsTasks();
        assertThat(text()).doesNotContain("another identity");
        assertThat(find(Button.class).withText("Ask to disable 1 device").exists())
                .isTrue();
    }

    @Test
    void withoutAnAgentItIsSaidBeforeAnythingIsAskedFor() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        jdbc.sql("delete from agent").update();

        click("Disable 1 device…");

        assertThat(text())
                .contains("No agent is set up. You can ask for this, and it can be approved once there is one.");
        click("Cancel");
        OwnersRules.set(jdbc, 5, 500, 1_000);
        click("Disable 1 device…");
        assertThat(text())
                .contains("No agent is set up, and each device is looked at with its identity")
                .doesNotContain("You can ask");
        assertThat(find(Button.class).withText("Disable 1 device now").exists()).isFalse();
    }

    @Test
    void wherePartOfTheDevicesAreCoManagedTheirClientMustBeGoneFirst() {
        UUID first = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        openSuggestion();
        click("Disable 2 devices…");
        assertThat(text()).doesNotContain("Configuration Manager");
        click("Cancel");

        jdbc.sql("update entra_device set mdm_app_id = '54b943f8-d761-4f8d-951e-9cea1846db5a' where object_id = :id")
                .param("id", first)
                .update();
        click("Disable 2 devices…");

        assertThat(text())
                .contains("1 Co-managed", "Configuration Manager manages 1 device of these, too.")
                .contains("Its client must be gone from it first");
    }

    @Test
    void whatThePlaybookRecommendsBeforeDisablingIsNamedUntilItIsTicked() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        click("Disable 1 device…");
        assertThat(text())
                .contains(
                        "The playbook requires this before anything is deleted, and it is not ticked: “Download the device list”, “")
                .doesNotContain("“Disable");
        click("Cancel");

        tickWhatIsRequiredBefore(Stage.DISABLE);
        openSuggestion();
        click("Disable 1 device…");

        assertThat(text()).doesNotContain("The playbook");
    }

    @Test
    void theRequestsMadeFromASuggestionStandOnItsPage() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        click("Disable 1 device…");
        type("replaced");

        click("Ask to disable 1 device");

        long id = all().getFirst().id();
        assertThat(find(UnorderedList.class)
                        .withClassName("request-list")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains(
                        "Disable 1 device",
                        "Request " + id + ", asked for by user",
                        "replaced",
                        "Waiting for approval");
        assertThat(find(Anchor.class).withText("Disable 1 device").single().getHref())
                .isEqualTo("approvals/" + id);
    }

    @Test
    void withoutAReasonItIsRefusedAndNothingIsLost() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        click("Disable 1 device…");

        click("Ask to disable 1 device");

        TextArea reason = find(TextArea.class).withCaption("Reason").single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).startsWith("Give a reason");
        assertThat(find(Button.class)
                        .withText("Ask to disable 1 device")
                        .single()
                        .isEnabled())
                .isTrue();
        assertThat(all()).isEmpty();

        type("  "); // which the service refuses
        click("Ask to disable 1 device");
        assertThat(reason.getErrorMessage()).startsWith("Give a reason");
        assertThat(all()).isEmpty();

        type("replaced");
        assertThat(reason.isInvalid()).isFalse();
        click("Ask to disable 1 device");

        assertThat(all()).hasSize(1);
    }

    @Test
    void devicesThatAreRefusedAreNamedByTheReasonAndLeftOut() {
        UUID excepted = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        UUID healthy = tenant.healthy("LAPTOP-3");
        jdbc.sql("""
                insert into device_exception (kind, target, name, reason, legal_hold, created_at, created_by_id,
                    created_by_name)
                values ('DEVICE', :id, 'LAPTOP-1', 'stolen', false, now(), 'a', 'Ada')
                """).param("id", excepted.toString()).update();
        openDevices();
        click("Select all that match");

        click("Disable…");

        assertThat(title()).isEqualTo("Disable 1 of 3 devices");
        assertThat(text())
                .contains("Refused, and left as they are: 2 devices")
                .contains("1 device: Exception of Ada: stolen.", "LAPTOP-1")
                .contains("1 device: It is not flagged by the newest run.", "LAPTOP-3");
        assertThat(downloaded()).contains("LAPTOP-3," + healthy + ",It is not flagged");

        type("replaced");
        click("Ask to disable 1 device");

        assertThat(all()).extracting(ChangeRequest::devices).containsExactly(1);
        assertThat(all().getFirst().suggestionId()).as("one is in none").isNull();
    }

    @Test
    void devicesOfSeveralSuggestionsBelongToNone() {
        UUID laptop = tenant.flagged("LAPTOP-1", "AzureAd");
        UUID tablet = tenant.flagged("TABLET-1", "AzureAd");
        jdbc.sql("update finding set ownership = 'PERSONAL' where object_id = :id")
                .param("id", tablet)
                .update();
        dialogs.open(Action.DISABLE, List.of(laptop, tablet), "a test", () -> {});
        type("replaced");

        click("Ask to disable 2 devices");

        assertThat(all().getFirst().suggestionId()).isNull();
        assertThat(all().getFirst().source()).isEqualTo("a test");
    }

    @Test
    void devicesPickedFromAnyListThatAreAllOfOneSuggestionBelongToIt() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        openDevices();
        click("Select all that match");

        click("Disable…");
        type("replaced");
        click("Ask to disable 2 devices");

        assertThat(all()).singleElement().satisfies(request -> {
            assertThat(request.suggestionId()).isEqualTo(tenant.suggestionId());
            assertThat(request.source())
                    .isEqualTo("devices picked from a list, all in suggestion 'Remove some devices'");
        });
    }

    @Test
    void whereNothingIsAllowedItSaysWhyAndHasNoButton() {
        tenant.healthy("LAPTOP-1");
        tenant.healthy("LAPTOP-2");
        openDevices();
        click("Select all that match");

        click("Re-enable…");

        assertThat(text())
                .contains("None of the 2 devices can be re-enabled, for the reasons below.")
                .contains("2 devices: This portal did not disable it");
        assertThat(find(Button.class).withTextContaining("Ask to").exists()).isFalse();
        assertThat(find(TextArea.class).exists()).isFalse();
    }

    @Test
    void whatHindersIsSaidAndThereIsNoButton() {
        OwnersRules.set(jdbc, 1, 1, 10);
        tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        openSuggestion();

        click("Disable 2 devices…");

        assertThat(text()).contains("A request may hold 1 device at the most, and these are 2 devices.");
        assertThat(find(Button.class).withTextContaining("Ask to").exists()).isFalse();
    }

    @Test
    void anOpenDialogFollowsTheRulesAndNothingTypedIsLost() {
        OwnersRules.set(jdbc, 1, 10, 10);
        tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        openSuggestion();
        click("Disable 2 devices…");
        type("replaced");

        OwnersRules.set(jdbc, 1, 1, 10);
        News.tell(events, new RulesForRequestsChanged());

        assertThat(text()).contains("A request may hold 1 device at the most, and these are 2 devices.");
        assertThat(find(ChangedRules.class).single().getText()).startsWith("The rules that this goes by were changed");
        assertThat(find(Button.class).withTextContaining("Ask to").exists()).isFalse();

        OwnersRules.set(jdbc, 3, 10, 10);
        News.tell(events, new RulesForRequestsChanged());

        assertThat(text()).contains("Not needed for so few devices").doesNotContain("A request may hold");
        assertThat(find(Button.class).withText("Disable 2 devices now").exists())
                .isTrue();
        assertThat(find(TextArea.class).withCaption("Reason").single().getValue())
                .isEqualTo("replaced");
    }

    @Test
    void rulesThatChangeNothingOfWhatIsAskedForAreNotMentionedAndWhatWasConfirmedStaysSo() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        tenant.flaggedAndDisabled("LAPTOP-1", "", 40);
        tickWhatIsRequiredBefore(Stage.DELETE);
        openSuggestion();
        click("Delete 1 device…");
        test(count()).setValue("1");
        News.tell(events, new RulesForRequestsChanged());
        assertThat(find(ChangedRules.class).exists()).isFalse();

        OwnersRules.set(jdbc, 2, 10, 10);
        News.tell(events, new RulesForRequestsChanged());

        assertThat(find(ChangedRules.class).exists()).isTrue();
        assertThat(count().getValue()).isEqualTo("1");
    }

    @Test
    void ofManyDevicesItSaysAtOnceThatTheyAreLookedUp() {
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        CompletableFuture<Optional<AskDialogInput>> wanted = new CompletableFuture<>();

        dialogs.open("Disable 1,001 devices", LongWork.FEW + 1, wanted::join, () -> {});

        assertThat(title()).isEqualTo("Disable 1,001 devices");
        assertThat(find(LongWork.class).single().getElement().getTextRecursively())
                .contains("It is looked up what they are part of.");

        wanted.complete(
                Optional.of(new AskDialogInput(List.of(Action.DISABLE), List.of(device), "a test", null, null)));
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    News.doWhatWaits();
                    return !find(LongWork.class).exists();
                });
        assertThat(title()).isEqualTo("Disable 1 device");
    }

    @Test
    void whatChangedMeanwhileIsRefusedAndShownAnew() {
        UUID first = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.flagged("LAPTOP-2", "AzureAd");
        openSuggestion();
        click("Disable 2 devices…");
        type("replaced");
        jdbc.sql("delete from finding where object_id = :id").param("id", first).update();

        click("Ask to disable 2 devices");

        assertThat(refusal()).contains("this has changed for 1 device, such as LAPTOP-1");
        assertThat(all()).isEmpty();
        assertThat(title()).isEqualTo("Disable 1 of 2 devices");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("replaced");

        click("Ask to disable 1 device");

        assertThat(all()).hasSize(1);
    }

    @Test
    void soFewThatNeedNoApprovalAreDoneAtOnceWithAnIdentityOfOnesOwn() {
        OwnersRules.set(jdbc, 2, 10, 10);
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        click("Disable 1 device…");
        assertThat(text()).contains("Not needed for so few devices", "with your own identity");
        type("replaced");

        click("Disable 1 device now");

        assertThat(refusal()).contains("Sign in for actions first");
        assertThat(all()).isEmpty();
    }

    @Test
    void whileARestoredDatabaseIsHeldNothingIsSaidToBeDoneAtOnceAlsoWhereThatChangesMeanwhile() {
        OwnersRules.set(jdbc, 2, 10, 10);
        tenant.flagged("LAPTOP-1", "AzureAd");
        openSuggestion();
        click("Disable 1 device…");
        assertThat(text()).contains("it is carried out at once, with your own identity");
        type("replaced");

        HeldDatabase.begin(jdbc);
        News.tell(events, new RestorationChanged());
        runPendingSignalsTasks();

        assertThat(text())
                .doesNotContain("at once")
                .contains("it is carried out with your own identity in Entra once an owner has confirmed what is open");
        assertThat(find(Button.class).withText("Disable 1 device now").exists()).isFalse();
        assertThat(find(Button.class).withText("Disable 1 device").exists()).isTrue();

        HeldDatabase.end(jdbc);
        News.tell(events, new RestorationChanged());
        runPendingSignalsTasks();
        assertThat(find(Button.class).withText("Disable 1 device now").exists()).isTrue();
    }

    @Test
    void deletionsThatAreFinalAreCountedByThePerson() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        tenant.flaggedAndDisabled("LAPTOP-1", "AzureAd", 40);
        tenant.flaggedAndDisabled("LAPTOP-2", "", 40);
        tenant.flaggedAndDisabled("LAPTOP-3", "", 40);
        tickWhatIsRequiredBefore(Stage.DELETE);
        openSuggestion();

        click("Delete 3 devices…");

        assertThat(text())
                .contains(
                        "2 of these deletions are final and cannot be undone", "Not for 2 of them: there it is final.");
        type("broken");
        Button ask = find(Button.class).withText("Ask to delete 3 devices").single();
        assertThat(ask.isEnabled()).isFalse();
        test(count()).setValue("3");
        assertThat(ask.isEnabled()).isFalse();
        test(count()).setValue("2");

        test(ask).click();

        assertThat(all()).extracting(ChangeRequest::action).containsExactly(Action.DELETE);
    }

    @Test
    void nothingIsDeletedBeforeWhatThePlaybookRequiresIsTickedWhereverItIsAskedFor() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        UUID device = tenant.flaggedAndDisabled("LAPTOP-1", "AzureAd", 40);
        openSuggestion();

        assertThat(find(Button.class).withText("Delete 1 device…").single().isEnabled())
                .isFalse();
        assertThat(submissions.preview(Action.DELETE, List.of(device)).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason())
                        .isEqualTo(
                                "The playbook of its suggestion “Remove some devices” requires this before, and it is not"
                                        + " ticked: “Download the device list”. Do that first, then tick it there."));

        tickWhatIsRequiredBefore(Stage.DELETE);
        openSuggestion();

        assertThat(find(Button.class).withText("Delete 1 device…").single().isEnabled())
                .isTrue();
        assertThat(submissions.preview(Action.DELETE, List.of(device)).refused())
                .isEmpty();
    }

    @Test
    void deletionsThatTheRecycleBinKeepsAreNotCalledFinal() {
        tenant = FlaggedTenant.readyToDelete(jdbc);
        tenant.flaggedAndDisabled("LAPTOP-1", "AzureAd", 40);
        tickWhatIsRequiredBefore(Stage.DELETE);
        openSuggestion();
        click("Delete 1 device…");
        assertThat(find(TextField.class).withCaptionContaining("to confirm").exists())
                .isFalse();
        assertThat(text()).contains("It can be undone within 30 days").doesNotContain("final");
        type("broken");

        click("Ask to delete 1 device");

        assertThat(all()).hasSize(1);
    }

    @Test
    void whatThisPortalDisabledIsReEnabled() {
        UUID device = tenant.flagged("LAPTOP-1", "AzureAd");
        tenant.disabled(device, "LAPTOP-1", 3);
        dialogs.open(Action.ENABLE, List.of(device), "a test", () -> {});
        assertThat(text()).contains("They leave the queue for deletion.").doesNotContain("Recovery keys");
        type("still used");

        click("Ask to re-enable 1 device");

        assertThat(all()).extracting(ChangeRequest::action).containsExactly(Action.ENABLE);
        assertThat(jdbc.sql("select evidence from requested_device")
                        .query(String.class)
                        .single())
                .startsWith("This portal disabled it on ")
                .endsWith(", with the identity of approver@contoso.example.");
    }

    @Test
    void whatThisPortalDeletedIsRestored() {
        UUID device = tenant.deleted("LAPTOP-1", 3, true);
        UUID gone = tenant.deleted("LAPTOP-2", 3, false);
        dialogs.open(Action.RESTORE, List.of(device, gone), "a test", () -> {});
        assertThat(text()).contains("back from Entra's recycle bin", "Its deletion was final");
        type("still used");

        click("Ask to restore 1 device");

        assertThat(all().getFirst().title()).isEqualTo("Restore 1 device");
    }

    @Test
    void anEarlierResultAndHybridJoinedDevicesAreNeverAskedFor() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        FlaggedTenant newer = FlaggedTenant.with(jdbc, "REMOVED_FROM_INTUNE", "HYBRID");
        newer.flagged("LAPTOP-2", "ServerAd");

        openSuggestion();
        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isFalse();

        tenant = newer;
        openSuggestion();
        assertThat(find(Button.class).withText("Manage suggestion").exists()).isTrue();
        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isFalse();
    }

    @Test
    void outdatedResultsAreNotActedOn() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        jdbc.sql("update evaluation_run set requested_at = now() - interval '1 day'")
                .update();
        openSuggestion();
        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isTrue();

        rulesChange();
        openSuggestion();

        assertThat(find(Button.class).withText("Disable 1 device…").exists()).isFalse();
        assertThat(find(Span.class)
                        .withText(
                                "An owner changed thresholds or instructions since this run, so nothing can be asked for"
                                        + " by its result. ")
                        .exists())
                .isTrue();
        assertThat(find(Span.class)
                        .withText(
                                "Disable: an owner changed thresholds or instructions since this run. Run again first.")
                        .exists())
                .as("said at the step, too")
                .isTrue();
    }

    @Test
    void outdatedResultsAreNotActedOnFromAListEither() {
        tenant.flagged("LAPTOP-1", "AzureAd");
        jdbc.sql("update evaluation_run set requested_at = now() - interval '1 day'")
                .update();
        rulesChange();
        openSuggestion();
        click("Select all that match");

        click("Disable…");

        assertThat(text())
                .contains("An owner changed thresholds or instructions since the newest run. Run again first");
        assertThat(find(Button.class).withTextContaining("Ask to").exists()).isFalse();
    }

    @Test
    @WithMockUser(roles = Roles.READER)
    void aReaderIsOfferedNothing() {
        tenant.flagged("LAPTOP-1", "AzureAd");

        openSuggestion();
        assertThat(find(Button.class).withTextContaining("Disable").exists()).isFalse();

        openDevices();
        assertThat(find(Button.class).withTextContaining("Disable").exists()).isFalse();
        assertThat(find(Button.class).withText("Upload IDs…").exists()).isFalse();
    }

    private void rulesChange() {
        jdbc.sql("""
                insert into evaluation_rules (version, saved_at, saved_by_id, saved_by_name, look_back, silent_after,
                    grace_period, teams_phones, opted_in, situations, keep_progress)
                values (1, now(), 'o', 'Olga', 31, 90, 30, '{}', '{}', '{}', false)
                """).update();
    }

    private void tickWhatIsRequiredBefore(Stage stage) {
        long id = tenant.suggestionId();
        checklists
                .find(id)
                .orElseThrow()
                .missingBefore(stage)
                .forEach(step -> As.person(new Actor("ada", "Ada"), () -> checklists.tick(id, step.key())));
    }

    private void openSuggestion() {
        UI.getCurrent().navigate("suggestions/" + tenant.suggestionId());
    }

    private void openDevices() {
        UI.getCurrent().navigate("devices");
    }

    private void click(String button) {
        test(find(Button.class).withText(button).single()).click();
    }

    private void type(String reason) {
        test(find(TextArea.class).withCaption("Reason").single()).setValue(reason);
    }

    private TextField count() {
        return find(TextField.class).withCaptionContaining("to confirm").single();
    }

    private String title() {
        return find(Dialog.class).single().getHeaderTitle();
    }

    /** Returns what the dialog says, its list of devices included. */
    private String text() {
        StringBuilder text =
                new StringBuilder(find(AskDialog.class).single().getElement().getTextRecursively());
        find(Grid.class)
                .withClassName("previewed-devices")
                .all()
                .forEach(grid -> text.append(
                        test(grid).getCellComponent(0, 0).getElement().getTextRecursively()));
        return text.toString();
    }

    private String refusal() {
        return find(RefusalNotice.class).single().getText();
    }

    private String notice() {
        return find(Notification.class).single().getElement().getTextRecursively();
    }

    private String downloaded() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        test(find(Anchor.class, find(RefusedDevices.class).single())
                        .withText("Export CSV")
                        .single())
                .download(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<ChangeRequest> all() {
        return requests.find(RequestFilter.NONE, PageRequest.ofSize(100));
    }
}
