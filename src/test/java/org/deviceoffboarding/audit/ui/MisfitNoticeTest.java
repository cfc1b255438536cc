package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.verification.KeptVerifications;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
