package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.remediation.approval.OwnersRules;
import org.deviceoffboarding.remediation.asking.ARequest;
import org.deviceoffboarding.remediation.asking.ARequestedDevice;
import org.deviceoffboarding.remediation.asking.LongAgo;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses, whatever the portal's code does. */
class RequestCapsTest {

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(PortalDatabase.dataSource()));

    @BeforeEach
    void forget() {
        PortalDatabase.empty("change_request", "requested_device", "deleted_device", "remediation_rules");
    }

    @Test
    void aRequestHoldsFiveHundredDevicesUnlessAnOwnerSaysOtherwise() {
        assertThat(waiting(500)).isPositive();
        refusedBecauseOf("cap_per_request", () -> waiting(501));

        OwnersRules.set(jdbc, 1, 501, 1_000);
        assertThat(waiting(501)).isPositive();
        OwnersRules.set(jdbc, 1, 2, 1_000);
        refusedBecauseOf("cap_per_request", () -> waiting(3));
    }

    @Test
    void whatIsApprovedInADayStaysWithinItsCap() {
        approve(waiting(500));
        approve(waiting(400));
        long tooMany = waiting(101);

        refusedBecauseOf("cap_per_day", () -> approve(tooMany));
        approve(waiting(100));
    }

    @Test
    void whatWasApprovedTheDayBeforeNoLongerCounts() {
        approve(waiting(500));
        approve(waiting(500));
        LongAgo.decided(jdbc, "25 hours");

        approve(waiting(500));
    }

    @Test
    void whatFailedOrWasBlockedCountsButWhatWasRejectedDoesNot() {
        long blocked = waiting(500);
        approve(blocked);
        jdbc.sql("update change_request set status = 'BLOCKED', problem = 'x' where id = :id")
                .param("id", blocked)
                .update();
        long rejected = waiting(500);
        decide(rejected, "REJECTED");

        approve(waiting(500));
        refusedBecauseOf("cap_per_day", () -> approve(waiting(1)));
    }

    @Test
    void whatWasLeftAloneDoesNotCountAndNeverComesBack() {
        long request = ARequest.in(jdbc)
                .that(RequestStatus.RUNNING)
                .with(
                        ARequestedDevice.named("PC-1").that(DeviceState.SKIPPED, "It came back."),
                        ARequestedDevice.named("PC-2").that(DeviceState.DROPPED),
                        ARequestedDevice.named("PC-3").that(DeviceState.FAILED, "Entra refused it."),
                        ARequestedDevice.named("PC-4"))
                .store();
        OwnersRules.set(jdbc, 1, 500, 5);

        refusedBecauseOf("cap_per_day", () -> approve(waiting(4)));
        approve(waiting(3));
        refusedBecauseOf(
                "request_goes_one_way",
                () -> jdbc.sql("update requested_device set state = 'WAITING', ended_at = null where request_id = :id"
                                + " and state = 'SKIPPED'")
                        .param("id", request)
                        .update());
    }

    @Test
    void takingBackIsAlwaysPossible() {
        approve(waiting(500));
        approve(waiting(500));

        approve(waiting("ENABLE", 500));
        approve(waiting("RESTORE", 500));
    }

    @Test
    void twoApprovalsAtOnceDoNotPassTheCapTogether() {
        OwnersRules.set(jdbc, 1, 500, 500);
        long first = waiting(300);
        long second = waiting(300);

        CompletableFuture<Void> other = transactions.execute(transaction -> {
            approve(first);
            return CompletableFuture.runAsync(() -> approve(second));
        });

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(other::join)
                .havingCause()
                .withMessageContaining("In 24 hours 500 devices may be acted on, 300 are");
        assertThat(approved()).isEqualTo(1);
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        long request = waiting(1);

        refusedBecauseOf("nobody_decides_about_his_own_request", () -> decide(request, "RUNNING", "asker"));
        refusedBecauseOf("nobody_decides_about_his_own_request", () -> decide(request, "REJECTED", "asker"));
    }

    @Test
    void nothingIsCarriedOutThatNobodyDecidedAbout() {
        long request = waiting(1);

        refusedBecauseOf(
                "only_approved_requests_are_carried_out",
                () -> jdbc.sql("update change_request set status = 'RUNNING' where id = :id")
                        .param("id", request)
                        .update());
    }

    @Test
    void whatWasApprovedDoesNotGrow() {
        long request = ARequest.in(jdbc).store(); // two devices

        refusedBecauseOf(
                "request_is_fixed", () -> ARequestedDevice.named("PC-3").store(jdbc, request));
        refusedBecauseOf(
                "request_is_fixed",
                () -> jdbc.sql("update change_request set devices = 3 where id = :id")
                        .param("id", request)
                        .update());
    }

    private long waiting(int devices) {
        return waiting("DISABLE", devices);
    }

    private long waiting(String action, int devices) {
        return jdbc.sql("""
                insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                    requested_by_name, expires_at, needs_approval)
                values (:action, 'WAITING', 'They left', 'a test', :devices, now(), 'asker', 'Ada', now() + interval '3 days',
                    true)
                returning id
                """)
                .param("action", action)
                .param("devices", devices)
                .query(Long.class)
                .single();
    }

    private void approve(long request) {
        decide(request, "RUNNING");
    }

    private void decide(long request, String status) {
        decide(request, status, "approver");
    }

    private void decide(long request, String status, String person) {
        jdbc.sql("""
                update change_request set status = :status, decided_at = cast(:now as timestamptz), decided_by_id = :person,
                    decided_by_name = :person,
                    finished_at = case when :status = 'REJECTED' then cast(:now as timestamptz) end
                where id = :id
                """)
                .param("status", status)
                .param("now", Instant.now().toString())
                .param("person", person)
                .param("id", request)
                .update();
    }

    private long approved() {
        return jdbc.sql("select count(*) from change_request where status = 'RUNNING'")
                .query(Long.class)
                .single();
    }

    private static void refusedBecauseOf(String constraint, Runnable change) {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(change::run)
                .satisfies(violation ->
                        assertThat(CapViolations.constraint(violation)).isEqualTo(constraint));
    }
}
