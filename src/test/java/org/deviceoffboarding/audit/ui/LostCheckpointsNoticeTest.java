package org.deviceoffboarding.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.LossFile;
import org.deviceoffboarding.audit.lost.ForgottenConfirmations;
import org.deviceoffboarding.audit.lost.LostCheckpoints;
import org.deviceoffboarding.audit.lost.LostCheckpointsService;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.audit.verification.KeptVerifications;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** A file of checkpoints that somebody took away is told of until an owner has confirmed what is left. */
@PortalTest
@ViewPackages(classes = AuditLogView.class)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OWNER})
class LostCheckpointsNoticeTest extends SpringBrowserlessTest {

    private static final String LOST = "checkpoints outside the database lacked some that were there";

    @Autowired
    private LostCheckpointsNotice notice;

    @Autowired
    private LostCheckpointsService losses;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    /** After all that other tests verified in this database. */
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Value("${portal.data-dir}")
    @SuppressWarnings("NullAway.Init")
    private Path dataFolder;

    @AfterEach
    void checkpointsLeaveTheDatabase() throws IOException {
        Sealing.troubles(application, null);
        Files.deleteIfExists(dataFolder.resolve(LossFile.NAME));
    }

    @Test
    void anOwnerEndsItOnceAllIsVerifiedSince() {
        lost(noon);
        KeptVerifications.signed(application, noon.minusSeconds(1), 0);
        open();
        assertThat(told()).contains(LOST).contains("verify it; then you, or another owner, can confirm");
        assertThat(find(Button.class).withText("Confirm").exists()).isFalse();

        KeptVerifications.signed(application, noon.plusSeconds(1), 0);
        navigate(AuditLogView.class);
        assertThat(told()).contains(LOST).contains("All entries were verified since and fit what is left.");
        Button confirm = find(Button.class).withText("Confirm").single();
        assertThat(confirm.isEnabled()).isFalse();
        test(find(Checkbox.class).withCaptionContaining("I compared the log").single())
                .click();
        test(confirm).click();
        navigate(AuditLogView.class);

        assertThat(told()).isEmpty();
        assertThat(page()).contains("olga confirmed that the log fits what is left");
        assertThat(jdbc.sql("select actor_name from audit_entry where action = 'audit.checkpoints-loss-confirmed'")
                        .query(String.class)
                        .single())
                .isEqualTo("olga");
    }

    @Test
    void aVerificationAloneEndsNothingNorDoesOneOfWhatIsNewOrThatFoundSomething() {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 100);
        LostCheckpoints lost = losses.latest().orElseThrow();
        assertThat(lost.verifiedAt()).isNull();
        assertThatIllegalStateException()
                .isThrownBy(() -> losses.confirm(lost))
                .withMessageContaining("Verify the log");

        KeptVerifications.signed(application, noon.plusSeconds(2), 0);
        KeptVerifications.signed(application, noon.plusSeconds(3), 0, "Entry 7 was changed.");

        assertThat(losses.latest().orElseThrow().verifiedAt()).isNull();
        open();
        assertThat(told()).contains(LOST);
    }

    @Test
    void aVerificationWithoutACheckpointOutsideEndsNothing() {
        lost(noon);
        KeptVerifications.unproved(application, noon.plusSeconds(1));

        assertThat(losses.latest().orElseThrow().verifiedAt()).isNull();
    }

    @Test
    void confirmationsThatSomebodyAddsDelayWhatAnOwnerConfirmedAndNeverHideIt() {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);
        losses.confirm(losses.latest().orElseThrow());
        LostCheckpoints.Confirmed confirmed = losses.latest().orElseThrow().confirmed();
        assertThat(confirmed).isNotNull();

        confirmedBySomebody(noon, 200);
        confirmedBySomebody(Instant.now().plusSeconds(60), 200);
        assertThat(losses.latest().orElseThrow().confirmed())
                .as("by a portal that knows it")
                .isEqualTo(confirmed);
        ForgottenConfirmations.in(application);
        assertThat(losses.latest().orElseThrow().isOpen())
                .as("by one that was just started")
                .isTrue();

        losses.latest();
        assertThat(losses.latest().orElseThrow().confirmed()).isEqualTo(confirmed);
        confirmedBySomebody(noon, 400);
        assertThat(losses.latest().orElseThrow().confirmed()).isEqualTo(confirmed);
    }

    @Test
    void aConfirmationThatABackupLacksIsNotRemembered() {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);
        losses.confirm(losses.latest().orElseThrow());
        assertThat(losses.latest().orElseThrow().isOpen()).isFalse();

        TestDatabase.asAdministrator(jdbc, "alter table audit_entry disable trigger user");
        TestDatabase.asAdministrator(
                jdbc,
                "update audit_entry set action = 'other.thing' where action = 'audit.checkpoints-loss-confirmed'");
        TestDatabase.asAdministrator(jdbc, "alter table audit_entry enable trigger user");

        assertThat(losses.latest().orElseThrow().isOpen()).isTrue();
    }

    /** As whoever has got hold of the portal's role can. */
    private void confirmedBySomebody(Instant at, int count) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                select :at, 'x', 'X', 'audit.checkpoints-loss-confirmed', 'DONE', '', 'Confirmed', '{"signed": ["not", "a note"]}', 2, sha256('')
                from generate_series(1, :count)
                """).param("at", Sql.timestamp(at)).param("count", count).update();
    }

    @Test
    void aLossThatSomebodySaysToBeOfALaterTimeKeepsNobodyFromEndingTheWarning() {
        lost(noon);
        lost(Instant.parse("8999-01-01T00:00:00Z"));
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);

        losses.confirm(losses.latest().orElseThrow());

        assertThat(losses.latest().orElseThrow().isOpen()).isFalse();
    }

    @Test
    void whoCutsTheEntryOfItOffTheLogEndsNothing() {
        Sealing.noticesLoss(application);

        open();
        assertThat(told()).contains(LOST).contains("verify it; then you, or another owner, can confirm");

        KeptVerifications.signed(application, Instant.now(), 0);
        losses.confirm(losses.latest().orElseThrow());
        navigate(AuditLogView.class);
        assertThat(told()).isEmpty();
    }

    @Test
    void theEntryOfItAndWhatThePortalRemembersAreOneLoss() {
        Sealing.noticesLoss(application);
        Instant recorded = Instant.now().truncatedTo(ChronoUnit.MICROS);
        lost(recorded);
        assertThat(losses.latest().orElseThrow().noticedAt()).isEqualTo(recorded);

        KeptVerifications.signed(application, Instant.now(), 0);
        losses.confirm(losses.latest().orElseThrow());
        assertThat(losses.latest().orElseThrow().isOpen()).isFalse();

        Sealing.noticesLoss(application);
        assertThat(losses.latest().orElseThrow().isOpen()).as("once more").isTrue();
    }

    @Test
    void whatNoKeySignedConfirmsNothing() {
        lost(noon);
        for (String signed : new String[] {"null", "\"x\"", "[]", "[1, {}]", "[\"a\", \"lost\", \"b\"]"}) {
            jdbc.sql("""
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                    values (now(), 'x', 'X', 'audit.checkpoints-loss-confirmed', 'DONE', '', 'Confirmed',
                        cast(? as jsonb), 2, sha256(''))
                    """).param("{\"signed\": " + signed + "}").update();
        }

        open();

        assertThat(told()).contains(LOST);
    }

    @Test
    void aConfirmationIsOfThatLossAlone() {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);
        LostCheckpoints first = losses.latest().orElseThrow();
        losses.confirm(first);
        assertThat(losses.latest().orElseThrow().isOpen()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> losses.confirm(first))
                .withMessageContaining("Another owner");

        lost(noon.plusSeconds(2));
        KeptVerifications.signed(application, noon.plusSeconds(3), 0);

        assertThat(losses.latest().orElseThrow().isOpen()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> losses.confirm(first))
                .withMessageContaining("once more");
    }

    @Test
    void whileOneOwnerConfirmsAnotherWaits() throws SQLException {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);

        losses.confirm(losses.latest().orElseThrow());

        try (Connection another = database.getConnection();
                Statement statement = another.createStatement();
                ResultSet row = statement.executeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('audit-lost-checkpoints', 0))")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
    void auditorsAreToldAndLeaveItToAnOwner() {
        lost(noon);
        KeptVerifications.signed(application, noon.plusSeconds(1), 0);

        open();

        assertThat(told()).contains(LOST).contains("then an owner can confirm it");
        assertThat(find(Button.class).withText("Confirm").exists()).isFalse();
        assertThat(catchThrowable(() -> losses.confirm(losses.latest().orElseThrow())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.APPROVER})
    void othersAreNotTold() {
        lost(noon);
        Sealing.troubles(application, "The file x can't be written");

        open();

        assertThat(told()).isEmpty();
    }

    @Test
    void thatNoneLeaveTheDatabaseIsToldForAsLongAsItIsSo() {
        Sealing.troubles(application, "The file x holds something else than checkpoints: move it away");
        open();
        assertThat(told())
                .contains("checkpoints are not copied out of the database. The file x holds something else than")
                .contains("move it away.");

        Sealing.troubles(application, null);
        navigate(AuditLogView.class);

        assertThat(told()).isEmpty();
    }

    private void lost(Instant at) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (?, 'portal', 'Portal', 'audit.checkpoints-lost', 'FAILED', '', 'Lost checkpoints', 2, sha256(''))
                """).param(Sql.timestamp(at)).update();
    }

    private String told() {
        return find(Div.class).withClassName("notice-bad").all().stream()
                .map(div -> div.getElement().getTextRecursively())
                .filter(text -> text.startsWith("The audit log’s checkpoints"))
                .findFirst()
                .orElse("");
    }

    private String page() {
        return find(AuditLogView.class).single().getElement().getTextRecursively();
    }

    /** Opens a page with the notice above it. */
    private void open() {
        UI.getCurrent().add(notice.create());
        navigate(AuditLogView.class);
    }
}
