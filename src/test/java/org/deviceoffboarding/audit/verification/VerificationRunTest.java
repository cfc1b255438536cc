package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@WithMockUser(roles = Roles.READER)
class VerificationRunTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    @Autowired
    private ApplicationContext application;

    @Autowired
    private VerificationRun run;

    @Autowired
    private VerificationService service;

    @Autowired
    private CheckpointFile file;

    @Autowired
    private LogOrigin origin;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatTheSealerSealedIsProvedRememberedAndAnEntry() {
        Sealing.allOf(application);

        LogVerification whole = run.whole(ANNA, Progress.UNSEEN).orElseThrow();

        assertThat(whole.misfits()).isEmpty();
        assertThat(whole.provedSize()).isEqualTo(whole.size()).isPositive();
        assertThat(whole.sentence()).startsWith("Entries 1 to ").contains("are proved by the checkpoint of ");
        assertThat(service.latest()).hasValueSatisfying(latest -> {
            assertThat(latest.by()).isEqualTo(ANNA);
            assertThat(latest.sentence()).isEqualTo(whole.sentence());
        });
        assertThat(service.misfit()).isEmpty();
        assertThat(jdbc.sql("select result from audit_entry where action = 'audit.verified' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("DONE");
    }

    @Test
    void onlyWhatIsNewIsVerifiedAfterwards() {
        Sealing.allOf(application);
        long before = run.whole(ANNA, Progress.UNSEEN).orElseThrow().provedSize();
        Sealing.allOf(application); // the entry of the verification

        LogVerification added = run.whatIsNew(Actor.PORTAL, Progress.UNSEEN).orElseThrow();

        assertThat(added.misfits()).isEmpty();
        assertThat(added.behind()).isEqualTo(before);
        assertThat(added.provedSize()).isEqualTo(before + 1);
    }

    @Test
    void aKeyOutsideThatNoEntryNamesIsAFindingUntilItIsTakenAway() throws IOException {
        Sealing.allOf(application);
        VerifierKey stranger = CheckpointKey.create().verifierKey(origin.get());
        String before = Files.readString(file.keysPath());
        file.add(stranger);

        assertThat(run.whole(ANNA, Progress.UNSEEN).orElseThrow().misfits())
                .singleElement()
                .satisfies(misfit -> assertThat(misfit.sentence())
                        .startsWith("The file " + file.keysPath() + " has the key " + stranger.id()
                                + ", and no entry says that it ever sealed the log"));
        assertThat(run.whatIsNew(Actor.PORTAL, Progress.UNSEEN).orElseThrow().isGood())
                .isFalse();

        Files.writeString(file.keysPath(), before);
        assertThat(run.whole(ANNA, Progress.UNSEEN).orElseThrow().isGood()).isTrue();
    }

    @Test
    void whatTheDatabaseMakesOfAFindingDoesNotCount() {
        Sealing.allOf(application);
        asAdministrator("alter table audit_entry disable trigger audit_entry_append_only");
        asAdministrator(
                "update audit_entry set subject = 'x' where id = (select entry_id from audit_leaf where number = 1)");
        asAdministrator("""
                create function lie() returns trigger language plpgsql as
                'begin new.misfits := ''[]''; new.proved_size := new.size; new.proved_at := now(); return new; end'
                """);
        asAdministrator("create trigger lie before insert on audit_verification for each row execute function lie()");

        run.whole(ANNA, Progress.UNSEEN);

        assertThat(run.isUnkept()).isTrue();
        assertThat(service.misfit())
                .hasValueSatisfying(misfit -> assertThat(misfit.sentence()).contains("Entry 1 was sealed with a hash"));
        assertThat(service.latest().orElseThrow().isGood()).isFalse();

        asAdministrator("drop function lie() cascade");
        asAdministrator(
                "update audit_entry set subject = '' where id = (select entry_id from audit_leaf where number = 1)");
        asAdministrator("alter table audit_entry enable trigger audit_entry_append_only");
        run.whole(ANNA, Progress.UNSEEN);
        assertThat(run.isUnkept()).isFalse();
        assertThat(service.misfit()).isEmpty();
    }

    private void asAdministrator(String statement) {
        TestDatabase.asAdministrator(jdbc, statement);
    }

    @Test
    void readersDoNotVerify() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.start());
        assertThat(service.state().goesOn()).isFalse();
    }
}
