package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeKind;
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

    @Autowired
    private WebhookService webhooks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from webhook").update();
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
    void removingAsksFirst() {
        add();
        navigate(NotificationsView.class);

        click("Remove…");
        assertThat(webhooks.all()).hasSize(1);
        test(find(ConfirmDialog.class).single()).reject();

        assertThat(webhooks.all()).isEmpty();
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
