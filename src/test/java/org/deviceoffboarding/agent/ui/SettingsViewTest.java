package org.deviceoffboarding.agent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.agent.setup.AgentOutcomes;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = SettingsView.class)
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class SettingsViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void beforeTheAgentIsSetUpEachPermissionIsNamed() {
        navigate(SettingsView.class);

        assertThat(find(Code.class).all())
                .extracting(Code::getText)
                .contains(
                        "Device.Read.All",
                        "DeviceManagementManagedDevices.Read.All",
                        "DeviceManagementApps.Read.All",
                        "DeviceManagementServiceConfig.Read.All");
    }

    @Test
    void theAgentIsStartedByOneButton() {
        navigate(SettingsView.class);

        assertThat(find(Button.class).withText("Start agent").single().isEnabled())
                .isTrue();
    }

    @Test
    void whatTheKeyDoesNotReadIsSaidWithHowToGoOn() {
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, set_up_at, set_up_by)
                values ('oid', 'admin@contoso.example', 'Contoso', '{}', 'ab', 'ab', 'another', now(), now(), 'admin')
                """).update();

        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains(
                        "Identity can't be read",
                        "Start the portal with the key it had before; or, if that is lost, renew the agent.",
                        "Renew identity…");
    }

    @Test
    void renewingSaysWhoItIsNowAndStaysAndThatNoConsentIsNeeded() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        navigate(SettingsView.class);

        press("Renew identity…");

        assertThat(dialog())
                .contains(
                        "The agent runs as",
                        "user, until ",
                        "for 90 days after each run that uses it",
                        "No new consent is needed");
        assertThat(button("Sign in as user").isEnabled()).isTrue();
    }

    @Test
    void aPermissionThatIsLackingIsSaidToNeedConsent() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        jdbc.sql("update agent set scopes = array_remove(scopes, 'BitlockerKey.ReadBasic.All')")
                .update();
        navigate(SettingsView.class);

        press("Renew identity…");

        assertThat(dialog()).contains("asked to consent, since BitlockerKey.ReadBasic.All is lacking");
    }

    @Test
    void onlyWhoseIdentityItIsCanRenewItAndOthersAreLedToChoosing() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        navigate(SettingsView.class);

        press("Renew identity…");
        assertThat(dialog()).contains("only anna@contoso.example can renew that", "You are signed in as user.");
        test(find(Button.class, find(Dialog.class).single())
                        .withText("Choose another identity…")
                        .single())
                .click();

        assertThat(dialog())
                .contains(
                        "anna@contoso.example",
                        "user, which is you",
                        "what your own Entra roles let you read",
                        "deletes what it keeps of anna@contoso.example's sign-in");
        assertThat(button("Sign in as user").isEnabled()).isTrue();
    }

    @Test
    void whoChoosesAnotherIdentityReadsHowManyRequestsWaitForARunAsThat() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        navigate(SettingsView.class);
        press("Choose another identity…");
        assertThat(dialog()).doesNotContain("change request");
        press("Cancel");
        ARequest.in(jdbc).store();
        ARequest.in(jdbc).that(RequestStatus.BLOCKED).store();
        ARequest.in(jdbc).that(RequestStatus.DONE).store();
        ARequest.in(jdbc).to(Action.ENABLE).store();

        press("Choose another identity…");

        String waiting =
                "2 change requests wait. They can't be approved, or go on, before a run has read the tenant as the new identity.";
        assertThat(dialog()).contains(waiting);
        press("Use the portal's application…");
        assertThat(dialog()).contains(waiting);
    }

    @Test
    void whatWasSaidOfARenewalGoesOnceSomebodyRemovedTheAgent() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        AgentOutcomes.keep(
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(),
                new Actor("user", "user"),
                "The agent's identity, user, was renewed.",
                false);
        SettingsView page = navigate(SettingsView.class);
        News.tell(events, new AgentChanged());
        assertThat(page.getElement().getTextRecursively()).contains("was renewed");

        jdbc.sql("delete from agent").update();
        News.tell(events, new AgentChanged());

        assertThat(page.getElement().getTextRecursively())
                .contains("Not set up")
                .doesNotContain("was renewed");
    }

    @Test
    void whoItRunsAsCannotChooseForAnother() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        navigate(SettingsView.class);

        press("Choose another identity…");

        assertThat(dialog()).contains("The agent runs as you", "nobody can lend the identity of another");
        assertThat(find(Button.class, find(Dialog.class).single()).all())
                .extracting(Button::getText)
                .containsExactlyInAnyOrder("Cancel", "Use the portal's application…");
    }

    @Test
    void anotherIdentityWaitsForTheRunThatReadsAsTheOneOfNow() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        long run = running();
        navigate(SettingsView.class);

        press("Choose another identity…");

        assertThat(find(Anchor.class, find(Dialog.class).single()).single().getHref())
                .isEqualTo("runs/" + run);
        assertThat(find(Button.class, find(Dialog.class).single()).all())
                .extracting(Button::getText)
                .containsExactlyInAnyOrder("Cancel", "Use the portal's application…");

        press("Use the portal's application…");

        assertThat(dialog()).contains("It has to wait for what is under way");
        assertThat(find(Button.class, find(Dialog.class).single()).all())
                .extracting(Button::getText)
                .containsExactly("Cancel");
    }

    @Test
    void itIsRemovedOnceTheWordIsTypedAndThePageSaysSo() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        navigate(SettingsView.class);
        press("Remove agent…");
        assertThat(dialog()).contains("What is deleted", "The identity of user, with its tokens.", "What stays");
        assertThat(button("Remove agent").isEnabled()).isFalse();

        test(find(TextField.class).single()).setValue("remove");
        test(button("Remove agent")).click();
        UI.getCurrent().refreshCurrentRoute(false);

        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(find(SettingsView.class).single().getElement().getTextRecursively())
                .contains("Not set up", "user removed the agent, which ran as user", "Start agent");
    }

    @Test
    void aRunThatBeganWhileTheDialogWasOpenIsNamedThereAndNothingIsRemoved() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        navigate(SettingsView.class);
        press("Remove agent…");
        test(find(TextField.class).single()).setValue("remove");
        long run = running();

        test(button("Remove agent")).click();

        assertThat(dialog()).contains("Nothing was changed: Run " + run + " is under way and must end first.");
        assertThat(find(Anchor.class, find(Dialog.class).single()).single().getHref())
                .isEqualTo("runs/" + run);
        assertThat(jdbc.sql("select count(*) from agent").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void whatCameOfGoingToTheTenantIsSaidOnceAndOffersWhatThePersonMayHaveWanted() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        AgentOutcomes.keep(
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(),
                new Actor("user", "user"),
                "You signed in as user, but the agent runs as anna@contoso.example.",
                true);

        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains("You signed in as user, but the agent runs as anna@contoso.example.");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .filteredOn("Choose another identity…"::equals)
                .hasSize(2);
        UI.getCurrent().refreshCurrentRoute(false);
        assertThat(find(SettingsView.class).single().getElement().getTextRecursively())
                .doesNotContain("You signed in as user");
    }

    @Test
    void whileItIsTheApplicationThatIsSaidInWordsAndThereIsNothingToRenew() {
        StoredAgent.asApplication(jdbc);

        SettingsView page = navigate(SettingsView.class);

        assertThat(page.getElement().getTextRecursively())
                .contains(
                        "the portal's application, which is no person (client ID the-client-id)",
                        "never, as long as the portal can prove itself",
                        "application permission")
                .doesNotContain("Read Only Operator");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Renew identity…");
    }

    @Test
    void whoeverLendsTheirIdentityReadsTheLeastRolesThatItNeeds() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        navigate(SettingsView.class);

        press("Choose another identity…");

        assertThat(dialog())
                .contains("Intune's Read Only Operator and Entra's Security Reader")
                .doesNotContain("Intune Administrator");
    }

    @Test
    void theDialogForTheApplicationSaysWhatChangesAndWhatItNeeds() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        navigate(SettingsView.class);

        press("Choose another identity…");
        press("Use the portal's application…");

        assertThat(dialog())
                .contains(
                        "anna@contoso.example",
                        "the portal's application, which is no person",
                        "No person's leaving and no 90 days stop it",
                        "which it does by a client secret",
                        "deletes what it keeps of anna@contoso.example's sign-in",
                        "carried out as whoever approves it",
                        "DeviceManagementManagedDevices.Read.All",
                        "adminconsent?client_id=")
                .doesNotContain("User.Read ", "Read Only Operator");
        assertThat(button("Use the portal's application").isEnabled()).isTrue();
    }

    @Test
    void theApplicationWaitsForTheRunThatReadsAsThePerson() {
        StoredAgent.as("anna", "anna@contoso.example", Instant.now(), jdbc);
        long run = running();
        navigate(SettingsView.class);

        press("Choose another identity…");
        press("Use the portal's application…");

        assertThat(dialog())
                .contains("It has to wait for what is under way", "anna@contoso.example to its end", "Run " + run);
        assertThat(find(Button.class, find(Dialog.class).single()).all())
                .extracting(Button::getText)
                .containsExactly("Cancel");
    }

    @Test
    void aPersonIsChosenInThePlaceOfTheApplicationKnowingWhatThatChanges() {
        StoredAgent.asApplication(jdbc);
        navigate(SettingsView.class);

        press("Choose another identity…");

        assertThat(dialog())
                .contains(
                        "the portal's application",
                        "user, which is you",
                        "It reads no longer as the portal's application",
                        "expires after 90 days without a run",
                        "What was granted to the application itself stays in Entra");
        assertThat(button("Sign in as user").isEnabled()).isTrue();
    }

    @Test
    void beforeTheAgentIsSetUpTheApplicationIsOfferedBesideThePerson() {
        navigate(SettingsView.class);

        press("Run as the application…");

        assertThat(dialog()).contains("nobody: no agent is set up", "the portal's application, which is no person");
    }

    @Test
    void howThePortalProvesItselfIsSaid() {
        assertThat(navigate(SettingsView.class).getElement().getTextRecursively())
                .contains("Proves itself by", "a client secret (PORTAL_TENANT_CLIENT_SECRET)");
    }

    @Test
    void newsThatChangeNothingOfTheButtonsLeaveThemWhereTheyAre() {
        StoredAgent.as("user", "user", Instant.now(), jdbc);
        navigate(SettingsView.class);
        Button before = button("Remove agent…");

        News.tell(events, new AgentChanged());

        assertThat(button("Remove agent…")).isSameAs(before);
        press("Remove agent…");
        assertThat(dialog()).contains("What is deleted");
    }

    private long running() {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version) values ('RUNNING', 'READ', now(), 'x', 'x', 0, 0) returning id
                """).query(Long.class).single();
    }

    private void press(String text) {
        test(button(text)).click();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String dialog() {
        return find(Dialog.class).single().getElement().getTextRecursively();
    }
}
