package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.webhook.WebhookDraft;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What owners read above every page while mail or a webhook is away. */
@PortalTest
@ViewPackages(classes = NoticesView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class DeliveryNoticeTest extends SpringBrowserlessTest {

    @Autowired
    private DeliveryNotice notice;

    @Autowired
    private WebhookService webhooks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from webhook").update();
        jdbc.sql("delete from delivery_destination").update();
        jdbc.sql("delete from delivery_outage").update();
    }

    @Test
    void whileNothingFailsNothingIsSaid() {
        assertThat(said()).isEmpty();
    }

    @Test
    void aMailServerThatIsAwayIsSaidUntilItWorksAgain() {
        outage(3);
        Div lines = open();

        assertThat(lines.getElement().getTextRecursively())
                .contains("No mail could be sent since")
                .contains("The mail server is away.")
                .contains("It is tried again by itself; nothing is lost.");
        assertThat(find(Anchor.class, lines).single().getHref()).isEqualTo("settings/notifications");

        jdbc.sql("delete from delivery_outage").update();
        navigate(NoticesView.class);
        assertThat(lines.isVisible()).isFalse();
    }

    @Test
    void whatComesRightAtOnceIsNotSaid() {
        outage(2);

        assertThat(said()).isEmpty();
    }

    @Test
    void aWebhookThatFailsAndOneThatIsSwitchedOffAreNamed() {
        fails(webhook("Tickets"), 5, false);
        assertThat(said()).contains("The webhook “Tickets” fails since").contains("It answered 503.");

        fails(webhook("Team"), 40, true);
        assertThat(said()).contains("2 webhooks fail: “Tickets”, “Team”.");
    }

    @Test
    void aSwitchedOffWebhookSaysThatNothingIsSentToIt() {
        fails(webhook("Team"), 40, true);

        assertThat(said())
                .contains("“Team” is switched off.")
                .contains("Nothing is sent to it until you switch it on.");
    }

    @Test
    void whatWaitedInARestoredBackupIsSaidUntilAnOwnerHasDecided() {
        jdbc.sql("""
                with destination as (
                    insert into delivery_destination (kind, target, last_position, cursor) values ('MAIL', 'anna', 1, 1)
                    returning id
                )
                insert into parcel (destination_id, position, id, gathers, made_at, due_at, settled_at, sent, outcome,
                    aside_since)
                select id, 1, gen_random_uuid(), false, now(), now(), now(), false, 'It waits.', now() from destination
                """).update();
        assertThat(said()).contains("1 mail or notice to a webhook waited in the restored backup.");

        jdbc.sql("update parcel set aside_since = null").update();
        assertThat(said()).isEmpty();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
    void onlyOwnersAreTold() {
        outage(30);

        assertThat(said()).isEmpty();
    }

    private void outage(int failures) {
        jdbc.sql("""
                insert into delivery_outage (kind, since, failures, problem, next_try_at)
                values ('MAIL', now(), :failures, 'The mail server is away.', now())
                """).param("failures", failures).update();
    }

    private long webhook(String name) {
        webhooks.add(new WebhookDraft(
                name, WebhookFormat.TEAMS, "https://teams.example/in", "", Set.of(NoticeKind.RUN_FAILED)));
        return webhooks.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void fails(long webhook, int failures, boolean off) {
        jdbc.sql("""
                insert into delivery_destination (kind, target, last_position, failures, failing_since, problem, off_at)
                values ('WEBHOOK', :target, 1, :failures, now(), 'It answered 503.', case when :off then now() end)
                """)
                .param("target", String.valueOf(webhook))
                .param("failures", failures)
                .param("off", off)
                .update();
    }

    private String said() {
        Div lines = open();
        return lines.isVisible() ? lines.getElement().getTextRecursively() : "";
    }

    /** Opens a page with the notice above it. */
    private Div open() {
        Div lines = (Div) notice.create();
        UI.getCurrent().add(lines);
        navigate(NoticesView.class);
        return lines;
    }
}
