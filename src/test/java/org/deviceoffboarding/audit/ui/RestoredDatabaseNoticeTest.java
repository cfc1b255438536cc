package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = {Roles.READER, Roles.OWNER})
class RestoredDatabaseNoticeTest extends SpringBrowserlessTest {

    @Autowired
    private RestoredDatabaseNotice notice;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LogOrigin origin;

    @BeforeEach
    void restore() {
        find(1000, note(origin.get()));
    }

    private void find(long inside, String note) {
        jdbc.sql("insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), ?, 1024, ?)")
                .params(inside, note)
                .update();
    }

    private static String note(String log) {
        return TestAuditFiles.key()
                .sign(new Checkpoint(log, 1_024, new byte[32], Instant.parse("2026-11-29T10:00:00Z")))
                .text();
    }

    @Test
    void aRowThatNamesNoCheckpointKeepsNoPageFromBeingShown() {
        find(1_000, "put in past the portal");

        open();

        assertThat(notice().getElement().getTextRecursively()).contains("Nothing is sent to Entra until you");
    }

    @Test
    void thatTheFilesAreOfAnotherLogIsSaidWithWhatToDo() {
        find(0, note("device-offboarding-portal/another"));

        open();

        assertThat(UI.getCurrent().getElement().getTextRecursively())
                .contains(
                        "of another audit log: PORTAL_CHECKPOINT_DIR names another portal's folder, or the database is older");
        test(find(Button.class).withText("See what is open…").single()).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("for 1,024 entries of a log that is not this database's")
                .contains("move audit-checkpoints.txt away and keep it");
    }

    @Test
    void thatNothingWaitedIsNotSaidBeforeItIsKnown() {
        open();

        test(find(Button.class).withText("See what is open…").single()).click();

        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("It is still being looked up which mails and notices to webhooks waited")
                .doesNotContain("No mail or webhook waited");
    }

    @Test
    void anOwnerSeesWhatIsOpenAndConfirmsIt() {
        jdbc.sql("insert into delivery_restoration (found_at) select max(found_at) from audit_restoration")
                .update();
        open();
        assertThat(notice().getElement().getTextRecursively()).contains("Nothing is sent to Entra until you");

        test(find(Button.class).withText("See what is open…").single()).click();
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .contains("No request is open. See all requests")
                .anyMatch(text -> text.startsWith("No mail or webhook waited to be sent."))
                .anyMatch(text -> text.startsWith("Exceptions and legal holds made since"));
        Button confirm = find(Button.class).withText("Confirm and go on").single();
        assertThat(confirm.isEnabled()).isFalse();
        test(find(Checkbox.class).single()).click();
        test(confirm).click();

        assertThat(jdbc.sql("""
                        select count(*) from audit_restoration r
                        where not exists (select from audit_restoration_confirmed c where c.restoration_id = r.id)
                        """).query(Long.class).single()).isZero();
        assertThat(find(Button.class).withText("See what is open…").exists()).isFalse();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.APPROVER})
    void othersReadWhoHasToDoIt() {
        open();

        assertThat(notice().getElement().getTextRecursively())
                .contains("until an owner has confirmed what is open in it");
        assertThat(find(Button.class).withText("See what is open…").exists()).isFalse();
    }

    private Div notice() {
        return find(Div.class).withClassName("notice-bad").all().stream()
                .filter(div -> div.getElement().getTextRecursively().contains("restored from a backup"))
                .findFirst()
                .orElseThrow();
    }

    /** Opens a page with the notice above it. */
    private void open() {
        UI.getCurrent().add(notice.create());
        navigate(AuditLogView.class);
    }
}
