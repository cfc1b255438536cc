package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
class MisfitNoticeTest extends SpringBrowserlessTest {

    @Autowired
    private MisfitNotice notice;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void auditorsAreToldOnEveryPageUntilAllIsVerifiedAndGood() {
        verified(0, "[{\"kind\": \"CHANGED\", \"number\": 7, \"sentence\": \"Entry 7 was changed.\"}]");
        verified(100, "[]");
        open();
        assertThat(isTold()).isTrue();

        verified(0, "[]");
        navigate(AuditLogView.class);

        assertThat(isTold()).isFalse();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.APPROVER})
    void othersAreNotTold() {
        verified(0, "[{\"kind\": \"CHANGED\", \"number\": 7, \"sentence\": \"Entry 7 was changed.\"}]");

        open();

        assertThat(isTold()).isFalse();
    }

    private void verified(long behind, String misfits) {
        jdbc.sql("""
                insert into audit_verification (began_at, ended_at, actor_id, actor_name, behind, size, proved_size, unsealed, misfits,
                    remarks)
                values (now(), now(), 'portal', 'Portal', ?, 100, 0, 0, cast(? as jsonb), '{}')
                """).params(behind, misfits).update();
    }

    private boolean isTold() {
        return find(Div.class).withClassName("notice-bad").all().stream()
                .anyMatch(div -> div.getElement()
                        .getTextRecursively()
                        .startsWith("The audit log is not as it was sealed. Entry 7 was changed."));
    }

    /** Opens a page with the notice above it. */
    private void open() {
        UI.getCurrent().add(notice.create());
        navigate(AuditLogView.class);
    }
}
