package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.transaction.BeforeTransaction;

/** After the update from a version that signed nothing, what was settled before it is not told of for a day. */
@PortalTest
@WithMockUser(roles = {Roles.READER, Roles.AUDITOR})
class FirstSignedVerificationTest {

    private static final String SETTLED =
            "[{\"kind\": \"CHANGED\", \"number\": 7, \"sentence\": \"Entry 7 was changed.\"}]";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private FirstSignedVerification first;

    @Autowired
    private VerificationService service;

    @Autowired
    private JdbcClient jdbc;

    private final Instant now = Instant.now();

    @BeforeTransaction
    void seal() {
        Sealing.allOf(application);
    }

    @BeforeEach
    void nothingIsKept() {
        TestDatabase.asAdministrator(jdbc, "alter table audit_verification disable trigger user");
        TestDatabase.asAdministrator(jdbc, "delete from audit_verification");
        TestDatabase.asAdministrator(jdbc, "alter table audit_verification enable trigger user");
        KeptVerifications.forget(application);
    }

    @AfterEach
    void forget() {
        KeptVerifications.forget(application);
    }

    @Test
    void whatWasSettledBeforeTheUpdateIsToldOfNoMoreOnceAPortalHasVerifiedAll() {
        settleUnsigned();
        assertThat(service.misfit()).isPresent();

        first.ask();
        first.verify(Progress.UNSEEN);
        KeptVerifications.forget(application); // another portal knows only what is stored

        assertThat(service.misfit()).isEmpty();
        assertThat(service.latest()).hasValueSatisfying(latest -> {
            assertThat(latest.isWhole()).isTrue();
            assertThat(latest.signed()).isTrue();
        });
    }

    @Test
    void severalPortalsThatStartAskForItOnce() {
        settleUnsigned();

        first.ask();
        first.ask();

        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void itIsNotDoneAgainWhereSomebodyVerifiedMeanwhile() {
        settleUnsigned();
        first.ask();
        KeptVerifications.signed(application, now, 0);

        first.verify(Progress.UNSEEN);

        assertThat(jdbc.sql("select count(*) from audit_verification")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void nothingIsAskedForWhereNothingWasVerifiedYetOrSomethingIsSigned() {
        first.ask();
        assertThat(asked()).isZero();

        settleUnsigned();
        KeptVerifications.signed(application, now.minusSeconds(300), 0);
        first.ask();
        assertThat(asked()).isZero();
    }

    @Test
    void whatNobodySignedTakesThePlaceOfNothingThatIsSigned() {
        KeptVerifications.signed(application, now.minusSeconds(300), 0);
        for (int i = 0; i < 120; i++) {
            KeptVerifications.unsigned(application, now.plusSeconds(86_400), 0, i % 2 == 0 ? "[]" : SETTLED);
        }

        first.ask();

        assertThat(asked()).isZero();
        assertThat(service.latest())
                .hasValueSatisfying(latest -> assertThat(latest.signed()).isTrue());
        assertThat(service.misfit())
                .as("that there is something is told, and not what somebody wrote there")
                .hasValueSatisfying(told -> assertThat(told.misfits())
                        .singleElement()
                        .satisfies(each -> assertThat(each.sentence()).contains("signed by no key of this log")));

        KeptVerifications.signed(application, now, 0);

        assertThat(service.misfit())
                .as("though it says to be of tomorrow it was there before all was verified")
                .isEmpty();
    }

    @Test
    void aResultThatWouldTakeTheMemoryIsRefused() {
        String large = "[\"" + "x".repeat(1_000_000) + "\"]";

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> KeptVerifications.unsigned(application, now, 0, large))
                .withMessageContaining("audit_verification_is_short");
    }

    /** What a portal of before found, and that all was good when it looked again. */
    private void settleUnsigned() {
        KeptVerifications.unsigned(application, now.minusSeconds(120), 0, SETTLED);
        KeptVerifications.unsigned(application, now.minusSeconds(60), 0, "[]");
    }

    private int asked() {
        return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'verify-audit-log-signed'")
                .query(Integer.class)
                .single();
    }
}
