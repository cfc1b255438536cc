package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.delivery.WaitedParcel;
import org.deviceoffboarding.notification.webhook.Webhook;
import org.deviceoffboarding.notification.webhook.WebhookDraft;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Where owners say where notices are sent. */
@PortalTest
@ViewPackages(classes = NotificationsView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class NotificationsViewTest extends SpringBrowserlessTest {

    private static final List<String> OWNER = List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER);

    @Autowired
    private WebhookService webhooks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from webhook").update();
        jdbc.sql("delete from delivery_destination").update();
    }

    @Test
    void withoutAMailServerItSaysSoAndHowToSetOne() {
        NotificationsView view = navigate(NotificationsView.class);

        assertThat(view.getElement().getTextRecursively()).contains("No mail server is set", "SPRING_MAIL_HOST");
        assertThat(find(Button.class).withText("Send a test").exists()).isFalse();
    }

    @Test
    void aWebhookIsAddedAndStandsOnThePage() {
        NotificationsView view = navigate(NotificationsView.class);

        click("Add webhook…");
        enter("Name", "Team");
        enter("Address", "https://teams.example/workflows?sig=key");
        click("Save");

        assertThat(webhooks.all()).singleElement().satisfies(added -> {
            assertThat(added.name()).isEqualTo("Team");
            assertThat(added.host()).isEqualTo("teams.example");
        });
        assertThat(view.getElement().getTextRecursively())
                .contains("Team", "teams.example", "Nothing sent yet")
                .doesNotContain("sig=");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndTheDialogStays() {
        navigate(NotificationsView.class);
        click("Add webhook…");
        enter("Name", "Team");
        enter("Address", "teams.example");

        click("Save");

        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(find(TextField.class).withCaption("Address").single().getErrorMessage())
                .contains("begins with https://");
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwritten() {
        Webhook seen = add();
        navigate(NotificationsView.class);
        new WebhookDialog(webhooks, Optional.of(seen), () -> {}).open();
        webhooks.change(seen, new WebhookDraft("Theirs", seen.format(), "", "", seen.kinds()));
        enter("Name", "Mine");

        click("Save");

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("Somebody else changed or removed this webhook meanwhile");
        assertThat(webhooks.all().getFirst().name()).isEqualTo("Theirs");
    }

    @Test
    void aTestIsMarkedAmongWhatWasSentAndNotTakenForNothing() {
        Webhook webhook = add();
        tested(webhook, true, "Taken.");

        navigate(NotificationsView.class);

        assertThat(find(WebhookFacts.class).single().getElement().getTextRecursively())
                .contains("Only a test was sent yet")
                .doesNotContain("Nothing sent yet");
        Grid<?> sent = find(DispatchTable.class).all().stream()
                .map(table -> find(Grid.class, table).single())
                .filter(grid -> test(grid).size() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(test(sent).getCellText(0, 1)).contains("Team").contains("Test");
        assertThat(test(sent).getCellText(0, 3)).isEqualTo("Sent");
    }

    @Test
    void anInternalAddressThatNobodyNamedIsRefusedAtItsField() {
        navigate(NotificationsView.class);
        click("Add webhook…");
        enter("Name", "Team");
        enter("Address", "https://127.0.0.1/hook");

        click("Save");

        assertThat(find(TextField.class).withCaption("Address").single().getErrorMessage())
                .contains("127.0.0.1 is not of the open internet");
        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void afterATestThatFailedItIsNotSaidToWorkUntilSomethingArrives() {
        Webhook webhook = add();
        waited("WEBHOOK", String.valueOf(webhook.id()), "Run 7 failed.");
        jdbc.sql("update parcel set tried_at = now() - interval '1 minute', sent = true, aside_since = null")
                .update();
        tested(webhook, false, "teams.example answered 401.");

        navigate(NotificationsView.class);
        assertThat(facts())
                .contains("Fails", "The last test did not arrive", "teams.example answered 401.")
                .doesNotContain("Works");

        jdbc.sql("update parcel set tried_at = now() + interval '1 minute'").update();
        navigate(NotificationsView.class);
        assertThat(facts()).contains("Works").doesNotContain("Fails", "401");
    }

    @Test
    void whatFailsSaysWhenItIsTriedAgain() {
        Webhook webhook = add();
        jdbc.sql("""
                insert into delivery_destination (kind, target, last_position, cursor, failures, failing_since, problem)
                values ('WEBHOOK', :target, 1, 0, 3, now(), 'teams.example answered 500.')
                """).param("target", String.valueOf(webhook.id())).update();

        navigate(NotificationsView.class);

        assertThat(facts()).contains("Fails", "teams.example answered 500. Tried again now.");
    }

    @Test
    void aNewSecretIsMadeAfterAQuestionOnlyAndShownUntilItIsCopied() {
        addSigned();
        navigate(NotificationsView.class);

        click("New secret…");
        assertThat(webhooks.all().getFirst().oldSecretUntil()).isNull();
        assertThat(question().getElement().getProperty("message")).contains("shown once", "the one before, too, until");
        test(question()).confirm();

        Dialog shown = find(Dialog.class).single();
        assertThat(shown.getElement().getTextRecursively()).contains("whsec_", "the one before, too");
        assertThat(shown.isCloseOnEsc()).isFalse();
        assertThat(shown.isCloseOnOutsideClick()).isFalse();
        click("I have copied it");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(webhooks.all().getFirst().oldSecretUntil()).isNotNull();
    }

    @Test
    void whileTwoSecretsSignTheQuestionSaysWhichEndsAndWhatKeepsBoth() {
        Webhook webhook = addSigned();
        webhooks.replaceSecret(webhook);
        Webhook both = webhooks.all().getFirst();
        navigate(NotificationsView.class);

        click("New secret…");
        assertThat(question().getElement().getProperty("message"))
                .contains("takes the place of the newest, which ends at once", "end the old secret first");
        test(question()).confirm(); // keeps both
        assertThat(webhooks.all()).containsExactly(both);

        click("New secret…");
        test(question()).reject();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("whsec_");
        assertThat(webhooks.all().getFirst().oldSecretUntil()).isEqualTo(both.oldSecretUntil());
    }

    @Test
    void theOldSecretEndsAfterAQuestionOnly() {
        webhooks.replaceSecret(addSigned());
        navigate(NotificationsView.class);

        click("End the old secret…");
        assertThat(webhooks.all().getFirst().oldSecretUntil()).isNotNull();
        test(question()).reject();

        assertThat(webhooks.all().getFirst().oldSecretUntil()).isNull();
    }

    @Test
    void whoAsksForASecretThatAnotherOwnerReplacedMeanwhileIsToldAndNothingIsDone() {
        Webhook seen = addSigned();
        navigate(NotificationsView.class);
        click("New secret…");
        As.person(new Actor("otto", "otto"), OWNER, () -> webhooks.replaceSecret(seen));
        Webhook theirs = webhooks.all().getFirst();

        test(question()).confirm();

        assertThat(webhooks.all()).containsExactly(theirs);
        assertThat(find(Dialog.class).exists()).as("no secret is shown").isFalse();
        assertThat(find(Notification.class).all())
                .anySatisfy(told -> assertThat(told.getElement().getTextRecursively())
                        .contains("Somebody else changed or removed this webhook, or its secrets, meanwhile"));
    }

    private ConfirmDialog question() {
        return find(ConfirmDialog.class).single();
    }

    private String facts() {
        return find(WebhookFacts.class).single().getElement().getTextRecursively();
    }

    private void tested(Webhook webhook, boolean sent, String outcome) {
        jdbc.sql("""
                insert into delivery_test (id, kind, target, sentence, begun_at, ended_at, sent, outcome)
                values (gen_random_uuid(), 'WEBHOOK', :target, 'Whether notices arrive.', now(), now(), :sent, :outcome)
                """)
                .param("target", String.valueOf(webhook.id()))
                .param("sent", sent)
                .param("outcome", outcome)
                .update();
    }

    private Webhook addSigned() {
        webhooks.add(new WebhookDraft(
                "Tickets",
                WebhookFormat.CLOUD_EVENTS,
                "https://tickets.example/in",
                "",
                Set.of(NoticeKind.RUN_FAILED)));
        return webhooks.all().getFirst();
    }

    @Test
    void removingAsksFirst() {
        add();
        navigate(NotificationsView.class);

        click("Remove…");
        assertThat(webhooks.all()).hasSize(1);
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(webhooks.all()).isEmpty();
    }

    @Test
    void whatWaitedInARestoredBackupIsListedAndDecided() {
        Webhook webhook = add();
        waited("WEBHOOK", String.valueOf(webhook.id()), "Run 7 failed.");
        waited("MAIL", "anna", "Task 1, Phones, is overdue.");
        NotificationsView view = navigate(NotificationsView.class);

        assertThat(view.getElement().getTextRecursively()).contains("2 mails and notices to webhooks waited");
        Grid<WaitedParcel> grid = waitedGrid();
        assertThat(test(grid).getCellText(0, 1)).isEqualTo("Webhook Team");
        assertThat(test(grid).getCellText(1, 2)).isEqualTo("Task 1, Phones, is overdue.");
        assertThat(button("Send the selected").isEnabled()).isFalse();

        grid.select(test(grid).getRow(0));
        click("Send the selected");
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from parcel where settled_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        grid.select(test(grid).getRow(0));
        click("Leave the selected out…");
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(Grid.class).all()).doesNotContain(grid);
        assertThat(jdbc.sql("select outcome from parcel where aside_since is null and settled_at is not null")
                        .query(String.class)
                        .single())
                .contains("left it out");
    }

    @Test
    void whereNothingWaitedNothingIsSaidOfIt() {
        navigate(NotificationsView.class);

        assertThat(find(Button.class).withText("Send the selected").exists()).isFalse();
    }

    private void waited(String kind, String target, String sentence) {
        jdbc.sql("""
                with destination as (
                    insert into delivery_destination (kind, target, last_position, cursor) values (:kind, :target, 1, 1)
                    returning id
                ), notice as (
                    insert into notice (key, kind, subject, sentence, told_at, queued_at, actor_id, actor_name)
                    values (:sentence, 'RUN_FAILED', 'run:7', :sentence, now(), now(), 'portal', 'Portal') returning id
                ), parcel as (
                    insert into parcel (destination_id, position, id, gathers, made_at, due_at, settled_at, sent, outcome,
                        aside_since)
                    select id, 1, gen_random_uuid(), false, clock_timestamp(), now(), now(), false, 'Waits.', now()
                    from destination returning id
                )
                insert into parcel_notice (parcel_id, notice_id) select parcel.id, notice.id from parcel, notice
                """)
                .param("kind", kind)
                .param("target", target)
                .param("sentence", sentence)
                .update();
    }

    @SuppressWarnings("unchecked")
    private Grid<WaitedParcel> waitedGrid() {
        return (Grid<WaitedParcel>) find(Grid.class).all().stream()
                .filter(grid -> grid.getAriaLabel().equals(Optional.of("Waited in the restored backup")))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private Webhook add() {
        webhooks.add(new WebhookDraft(
                "Team", WebhookFormat.TEAMS, "https://teams.example/in", "", Set.of(NoticeKind.RUN_FAILED)));
        return webhooks.all().getFirst();
    }

    private void enter(String label, String value) {
        test(find(TextField.class).withCaption(label).single()).setValue(value);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
