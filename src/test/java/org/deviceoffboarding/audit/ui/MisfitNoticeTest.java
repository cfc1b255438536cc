package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.verification.KeptVerifications;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
class MisfitNoticeTest extends SpringBrowserlessTest {

    private static final String CHANGED = "Entry 7 was changed.";

    @Autowired
    private MisfitNotice notice;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RestoredDatabaseNotice restored;

    @Autowired
    private LostCheckpointsNotice lost;

    @Value("${spring.datasource.url}")
    @SuppressWarnings("NullAway.Init")
    private String url;

    private final Instant begin = Instant.now();

    @Test
    void auditorsAreToldOnEveryPageUntilAllIsVerifiedAndGood() {
        KeptVerifications.signed(application, begin, 0, CHANGED);
        KeptVerifications.signed(application, begin.plusSeconds(1), 100);
        open();
        assertThat(isTold()).isTrue();

        KeptVerifications.signed(application, begin.plusSeconds(2), 0);
        navigate(AuditLogView.class);

        assertThat(isTold()).isFalse();
    }

    @Test
    void tablesThatAreNotAsTheyWereMadeAreNoChangedEntries() {
        KeptVerifications.signedOfTables(application, begin, "The table audit_entry lacks the index 'x'.");

        open();

        assertThat(isTold("The audit log's tables are not as the portal made them. The table audit_entry lacks"))
                .isTrue();
    }

    @Test
    void whoeverLocksTheLogIsNamedAndKeepsNoPageFromBeingShown() throws SQLException {
        try (Connection stranger = DriverManager.getConnection(url, "postgres", "postgres")) {
            stranger.setAutoCommit(false);
            stranger.createStatement()
                    .execute("lock table audit_verification, audit_entry, audit_restoration, audit_checkpoint");

            UI.getCurrent().add(restored.create(), lost.create());
            open();

            assertThat(isTold("The audit log can't be read now. The table audit_checkpoint is locked by process "))
                    .isTrue();
            stranger.rollback();
        }
        navigate(AuditLogView.class);

        assertThat(isTold("The audit log can't be read now.")).isFalse();
    }

    @Test
    void whatNoKeySignedClearsNothing() {
        KeptVerifications.signed(application, begin, 0, CHANGED);
        KeptVerifications.unsigned(application, begin.plusSeconds(1), 0, "[]");

        open();

        assertThat(isTold()).isTrue();
    }

    @Test
    void whatIsNoResultKeepsNoPageFromBeingShown() {
        KeptVerifications.signed(application, begin, 0, CHANGED);
        for (String misfits : List.of("[1]", "[null]", "[{}]", "[{\"kind\": \"NONE\", \"sentence\": \"x\"}]", "[[]]")) {
            KeptVerifications.unsigned(application, begin.minusSeconds(1), 100, misfits);
        }

        open();

        assertThat(isTold()).isTrue();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.APPROVER})
    void othersAreNotTold() {
        KeptVerifications.signed(application, begin, 0, CHANGED);

        open();

        assertThat(isTold()).isFalse();
    }

    private boolean isTold() {
        return isTold("The audit log is not as it was sealed. Entry 7 was changed.");
    }

    private boolean isTold(String beginning) {
        return find(Div.class).withClassName("notice-bad").all().stream()
                .anyMatch(div -> div.getElement().getTextRecursively().startsWith(beginning));
    }

    /** Opens a page with the notice above it. */
    private void open() {
        UI.getCurrent().add(notice.create());
        navigate(AuditLogView.class);
    }
}
