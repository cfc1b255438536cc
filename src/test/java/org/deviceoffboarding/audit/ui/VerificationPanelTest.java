package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Instant;
import java.util.stream.Collectors;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.seal.CheckpointsChanged;
import org.deviceoffboarding.audit.verification.KeptVerifications;
import org.deviceoffboarding.audit.verification.VerificationChanged;
import org.deviceoffboarding.audit.verification.VerificationProgressed;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.ui.News;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the log's page says of how far the log is proved. */
@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
class VerificationPanelTest extends SpringBrowserlessTest {

    private static final String PROVED = "Entries 1 to 100 are proved by the checkpoint of ";
    private static final String UNSIGNED = "a result of a verification that no key of this log signed";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private MisfitNotice misfitNotice;

    @Autowired
    private LostCheckpointsNotice lostNotice;

    @Autowired
    private JdbcClient jdbc;

    /** Behind whatever this portal verified before in the same context. */
    private final Instant now = Instant.now();

    @BeforeEach
    void nothingIsKept() {
        TestDatabase.asAdministrator(jdbc, "alter table audit_verification disable trigger user");
        TestDatabase.asAdministrator(jdbc, "delete from audit_verification");
        TestDatabase.asAdministrator(jdbc, "alter table audit_verification enable trigger user");
        KeptVerifications.forget(application);
    }

    @AfterEach
    void end() {
        KeptVerifications.ended(application);
        KeptVerifications.forget(application);
    }

    @Test
    void thatTheLogWasNeverVerified() {
        assertThat(panel()).contains("The log was not verified yet.").doesNotContain("are proved");
    }

    @Test
    void whatAnotherPortalProvedIsBelievedByItsSignature() {
        KeptVerifications.signed(application, now, 0);

        assertThat(panel())
                .contains(PROVED)
                .contains("Verified whole ")
                .contains(" by ben@contoso.example.")
                .doesNotContain(UNSIGNED);
    }

    @Test
    void whatDoesNotFitAndUpToWhereTheLogIsStillProved() {
        KeptVerifications.signed(application, now, 0, "Entry 7 was changed.");

        assertThat(panel())
                .contains("The log is not as it was sealed:")
                .contains("Entry 7 was changed.")
                .contains("Entries 1 to 100 are still proved, except those that do not fit, by the checkpoint of ")
                .doesNotContain(PROVED);
    }

    @Test
    void thatTheTablesAreNotAsTheyWereMadeAndWhatIsProvedAllTheSame() {
        KeptVerifications.signedOfTables(application, now, "The table audit_entry lacks the index 'x'.");

        assertThat(panel())
                .contains("The log's tables are not as the portal made them:")
                .contains("The table audit_entry lacks the index 'x'.")
                .contains("Entries 1 to 100 are still proved, by the checkpoint of ")
                .doesNotContain("not as it was sealed")
                .doesNotContain(PROVED);
    }

    @Test
    void thatNothingThatWasSealedIsOtherwiseWhereSomethingElseDoesNotFit() {
        KeptVerifications.signedBesides(application, now);

        assertThat(panel())
                .contains("Not everything about the log fits:")
                .contains("for 1 entry, is not signed by a key of this log.")
                .contains("Entries 1 to 100 are still proved, by the checkpoint of ")
                .doesNotContain("not as it was sealed", " 1 entries");
    }

    @Test
    void whenSomethingWasFoundThatALaterVerificationDidNotLookAt() {
        KeptVerifications.signed(application, now.minusSeconds(60), 0, "Entry 7 was changed.");
        assertThat(panel()).contains("Verified whole ").doesNotContain("Found ");

        KeptVerifications.signed(application, now, 100);

        assertThat(panel())
                .contains("Entry 7 was changed.")
                .containsPattern("Found .* by ben@contoso.example[.]")
                .contains("What was new was verified ");
    }

    @Test
    void howManyThingsDoNotFitWhereNotAllAreNamed() {
        KeptVerifications.signed(application, now, 0, "Entry 7 was changed.");
        assertThat(panel()).doesNotContain("things that do not fit");

        KeptVerifications.signedOfMany(
                application, now.plusSeconds(1), 1_214, "Entry 7 was changed.", "Entry 9 was changed.");

        assertThat(panel()).contains("These are 2 of 1,214 things that do not fit: the first ones and the newest.");
    }

    @Test
    void thatNoKeySignedWhatTheDatabaseHas() {
        KeptVerifications.signed(application, now.minusSeconds(60), 0, "Entry 7 was changed.");
        KeptVerifications.unsigned(application, now, 0, "[]");

        assertThat(panel()).contains(UNSIGNED).contains("Entry 7 was changed.");

        KeptVerifications.signed(application, now.plusSeconds(60), 0);
        assertThat(panel()).doesNotContain(UNSIGNED).contains(PROVED);
    }

    @Test
    void whatOnlySomebodyWithoutTheKeySaysProvesNothing() {
        KeptVerifications.unsigned(application, now, 0, "[]");

        assertThat(panel())
                .contains("The log was not verified yet.")
                .contains(UNSIGNED)
                .doesNotContain(PROVED);
    }

    @Test
    void whatDidNotFitBeforeAllDidIsNotForgotten() {
        KeptVerifications.signed(application, now.minusSeconds(60), 0, "The checkpoint of noon is not signed.");
        KeptVerifications.signed(application, now, 0);

        assertThat(panel())
                .contains(PROVED)
                .contains(
                        "All fits since, but it did not always. What was found before: The checkpoint of noon is not signed.");
    }

    @Test
    void thatTheFileOutsideLackedCheckpoints() {
        losing();

        assertThat(panel()).contains("lacked checkpoints that it had, and was written again from the database");
    }

    @Test
    void whatIsNeverSealed() {
        long id = jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'x', 'X', 'lamp.lit', 'DONE', '', 'Lit', 2, sha256('')) returning id
                """).query(Long.class).single();
        jdbc.sql("insert into audit_refused values (:id, now())")
                .param("id", id)
                .update();

        assertThat(panel())
                .containsOnlyOnce("stored by somebody other than the portal")
                .contains("Row " + id);
    }

    @Test
    void howFarOneIsAndThatItCanBeStopped() {
        KeptVerifications.goesOn(application, 25, 100);

        assertThat(panel()).contains("Verifying: 25 of 100 entries. It goes on if you leave this page.");
        assertThat(find(ProgressBar.class).single().getValue()).isEqualTo(0.25);
        assertThat(find(Button.class).withText("Stop").exists()).isTrue();
        assertThat(find(Button.class).withText("Verify").exists()).isFalse();
    }

    @Test
    void howFarOneIsAsItGoesOn() {
        KeptVerifications.goesOn(application, 25, 100);
        panel();

        KeptVerifications.goesOn(application, 50, 100);
        News.tell(events, new VerificationProgressed());

        assertThat(shown()).contains("Verifying: 50 of 100 entries.");

        KeptVerifications.ended(application);
        News.tell(events, new VerificationChanged());

        assertThat(find(Button.class).withText("Verify").exists()).isTrue();
        assertThat(find(Button.class).withText("Stop").exists()).isFalse();
    }

    @Test
    void theSameAsIsSaidAboveThePageFromTheSameNews() {
        UI.getCurrent().add(misfitNotice.create(), lostNotice.create());
        KeptVerifications.goesOn(application, 25, 100);
        panel();

        KeptVerifications.signed(application, now, 0, "Entry 7 was changed.");
        News.tell(events, new VerificationChanged());

        assertThat(above()).contains("Entry 7 was changed.");
        assertThat(shown()).contains("Entry 7 was changed.").doesNotContain("not verified yet");

        losing();
        News.tell(events, new CheckpointsChanged());

        assertThat(above()).contains("checkpoints outside the database lacked some");
        assertThat(shown()).contains("lacked checkpoints that it had");
    }

    @Test
    void thatTheDatabaseKeepsSomethingElseThanWasComputed() {
        KeptVerifications.endedUnkept(application);

        assertThat(panel()).contains("The database does not keep what was found, or keeps something else");
    }

    @Test
    void whatIsInTheWayOfSealing() {
        TestDatabase.asAdministrator(jdbc, "alter table audit_leaf disable trigger user");
        TestDatabase.asAdministrator(jdbc, "insert into audit_leaf values (1000000, -5, sha256(''))");
        TestDatabase.asAdministrator(jdbc, "alter table audit_leaf enable trigger user");

        assertThat(panel())
                .contains("Something is in the way of sealing, or where only the portal should be:")
                .contains("audit_leaf has number 1,000,000 for the entry of row -5");
    }

    private void losing() {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'portal', 'Portal', 'audit.checkpoints-lost', 'FAILED', '', 'Lost checkpoints', 2, sha256(''))
                """).update();
    }

    private String above() {
        return find(Div.class).withClassName("notice-bad").all().stream()
                .map(line -> line.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }

    private String shown() {
        return find(AuditLogView.class).single().getElement().getTextRecursively();
    }

    private String panel() {
        return navigate(AuditLogView.class).getElement().getTextRecursively();
    }
}
