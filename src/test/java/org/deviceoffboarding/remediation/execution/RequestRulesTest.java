package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.LongAgo;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself says about approval, and keeps as it was asked for, whatever the portal's code does. */
class RequestRulesTest {

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(PortalDatabase.dataSource()));

    @BeforeEach
    void forget() {
        PortalDatabase.empty("change_request", "requested_device", "deleted_device", "remediation_rules");
    }

    @Test
    void everyRequestNeedsApprovalUnlessAnOwnerSaysOtherwise() {
        refusedBecauseOf("approval_threshold", () -> atOnce("DISABLE", 1));

        OwnersRules.set(jdbc, 2, 500, 1_000);
        atOnce("DISABLE", 1);
    }

    @Test
    void anOwnerWhoAsksForApprovalMeanwhileIsHeldTo() {
        OwnersRules.set(jdbc, 10, 500, 1_000);
        atOnce("DISABLE", 9);
        LongAgo.decided(jdbc, "25 hours");
        OwnersRules.set(jdbc, 9, 500, 1_000);

        refusedBecauseOf("approval_threshold", () -> atOnce("DELETE", 9));
        atOnce("DELETE", 8);
    }

    @Test
    void twoRequestsAtOnceDoNotPassTheThresholdTogether() {
        OwnersRules.set(jdbc, 14, 500, 1_000);

        CompletableFuture<Void> other = transactions.execute(transaction -> {
            atOnce("DISABLE", 9);
            return CompletableFuture.runAsync(() -> atOnce("DISABLE", 9));
        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(other::join)
                .havingCause()
                .withMessageContaining("without that 9 are asked for, and in 24 hours 9 were");
        assertThat(jdbc.sql("select sum(devices) from change_request")
                        .query(Long.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void whatSomeoneElseApprovedDoesNotCountAndTakingBackCountsByItselfOnly() {
        OwnersRules.set(jdbc, 3, 500, 1_000);
        ARequest.in(jdbc).that(RequestStatus.RUNNING).store();
        atOnce("DISABLE", 2);

        atOnce("ENABLE", 2);
        atOnce("RESTORE", 2);
        refusedBecauseOf("approval_threshold", () -> atOnce("ENABLE", 3));
    }

    @Test
    void whoAsksIsToldInASentenceThatItNeedsApprovalByNow() {
        assertThatThrownBy(() -> atOnce("DISABLE", 1))
                .isInstanceOfSatisfying(
                        DataIntegrityViolationException.class,
                        violation -> assertThat(CapViolations.refusal(violation, ""))
                                .isInstanceOfSatisfying(
                                        RequestRefusedException.class,
                                        refusal -> assertThat(refusal.reason())
                                                .endsWith(
                                                        "someone else has to approve it. Look at it again, then ask for approval.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "needs_approval = false",
                "action = 'DELETE'",
                "requested_by_id = 'someone'",
                "requested_by_name = 'Someone'",
                "requested_at = now()",
                "expires_at = expires_at + interval '1 day'",
                "reason = 'another'",
                "source = 'elsewhere'",
                "run_id = 7",
                "devices = 1"
            })
    void whatWasAskedForStaysAsItIs(String change) {
        long request = ARequest.in(jdbc).store();

        refusedBecauseOf("request_is_fixed", () -> update("change_request set " + change + " where id = " + request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object_id = gen_random_uuid()",
                "name = 'PC-9'",
                "device_id = gen_random_uuid()",
                "evidence = 'none'"
            })
    void whatWasApprovedOfADeviceStaysAsItIs(String change) {
        long request = ARequest.in(jdbc).store();

        refusedBecauseOf(
                "request_is_fixed",
                () -> update(
                        "requested_device set " + change + " where request_id = " + request + " and name = 'PC-1'"));
    }

    @Test
    void nothingIsTakenOutOfTheCount() {
        long request = ARequest.in(jdbc).that(RequestStatus.RUNNING).store();

        refusedBecauseOf(
                "request_is_fixed",
                () -> jdbc.sql("delete from requested_device").update());
        refusedBecauseOf(
                "decision_is_fixed", () -> update("change_request set decided_at = now() - interval '25 hours'"));
        refusedBecauseOf(
                "decision_is_fixed",
                () -> update("change_request set decided_by_id = 'someone' where id = " + request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "DONE"})
    void whatEndedIsNotBegunAgain(String ended) {
        long request = ARequest.in(jdbc).that(RequestStatus.valueOf(ended)).store();

        refusedBecauseOf(
                "request_goes_one_way",
                () -> update("change_request set status = 'RUNNING', finished_at = null where id = " + request));
    }

    private void update(String what) {
        jdbc.sql("update " + what).update();
    }

    /** Stores what is carried out as who asked for it. */
    private void atOnce(String action, int devices) {
        jdbc.sql("""
                insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                    requested_by_name, expires_at, needs_approval, decided_at, decided_by_id, decided_by_name)
                values (:action, 'RUNNING', 'They left', 'a test', :devices, now(), 'asker', 'Ada', now() + interval '3 days',
                    false, now(), 'asker', 'Ada')
                """).param("action", action).param("devices", devices).update();
    }

    private static void refusedBecauseOf(String constraint, Runnable change) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(change::run)
                .satisfies(violation ->
                        assertThat(CapViolations.constraint(violation)).isEqualTo(constraint));
    }
}
