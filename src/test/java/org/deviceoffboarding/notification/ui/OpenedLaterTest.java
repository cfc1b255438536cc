package org.deviceoffboarding.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.inbox.InboxService;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What somebody finds who opens a notice after what it is about was decided or removed. */
@PortalTest
@ViewPackages(
        packages = {
            "org.deviceoffboarding.notification.ui",
            "org.deviceoffboarding.remediation.ui",
            "org.deviceoffboarding.task.ui",
            "org.deviceoffboarding.ask.ui"
        })
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER})
class OpenedLaterTest extends SpringBrowserlessTest {

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private InboxService inbox;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from notice").update();
    }

    @Test
    void aRequestThatWasRejectedSinceIsShownAsItStands() {
        long request = ARequest.in(jdbc).store();
        long notice = tell("request:" + request);
        jdbc.sql("""
                update change_request set status = 'REJECTED', decided_at = now(), finished_at = now(), decided_by_id = 'ben',
                    decided_by_name = 'ben@contoso.example', decision_note = 'not these'
                where id = :id
                """).param("id", request).update();

        open(notice);

        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("approvals/" + request);
        assertThat(text()).contains("Rejected", "not these");
        assertThat(inbox.countNew()).isZero();
    }

    @Test
    void whatIsNotThereAnyMoreIsSaidAndTheNoticeIsRead() {
        open(tell("question:999999"));
        assertThat(text()).contains("There is no such question", "It was removed");

        open(tell("request:999999"));
        assertThat(text()).contains("There is no such request");

        open(tell("task:999999"));
        assertThat(text()).contains("There is no such task");
        assertThat(inbox.countNew()).isZero();
    }

    private long tell(String subject) {
        outbox.tell(
                Actor.PORTAL,
                new SampleNotice(
                        NoticeKind.APPROVAL_WANTED,
                        subject + ":told",
                        subject,
                        "Something waits.",
                        List.of(Recipient.person("olga", "You asked for it."))));
        return jdbc.sql("select id from notice where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static void open(long notice) {
        UI.getCurrent().navigate("notices", QueryParameters.of("open", String.valueOf(notice)));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
