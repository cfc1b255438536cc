package org.deviceoffboarding.evaluation.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.RunService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class InventoryGuardTest {

    private static final Actor OWNER = new Actor("o-1", "Ada Owner");

    @Autowired
    private InventoryGuard guard;

    @Autowired
    private RunService runs;

    @Autowired
    private InventoryConfirmationService confirmations;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, scheduled_tasks, suggestion cascade").update();
    }

    @Test
    void theFirstRunHasNothingToCompareWith() {
        guard.check(new InventoryTotals(1, 1_200, 1, 0));
    }

    @Test
    void aListThatShrankByAFifthIsTaken() {
        completed(1_000, 1_000);

        guard.check(new InventoryTotals(2, 800, 800, 0));
    }

    @Test
    void aListThatShrankByMoreIsRefusedWithTheNumbers() {
        long before = completed(1_000, 1_000);

        assertThatExceptionOfType(IncompleteInventoryException.class)
                .isThrownBy(() -> guard.check(new InventoryTotals(2, 1_000, 799, 0)))
                .withMessageContaining("Intune returned 799 devices, after 1,000 in run " + before)
                .withMessageContaining("an owner can confirm");
        assertThatExceptionOfType(IncompleteInventoryException.class)
                .isThrownBy(() -> guard.check(new InventoryTotals(2, 799, 1_000, 0)))
                .withMessageContaining("Entra ID returned 799 devices, after 1,000");
    }

    @Test
    void noDevicesInIntuneAreRefusedUnlessThereWereNoneBefore() {
        assertThatExceptionOfType(IncompleteInventoryException.class)
                .isThrownBy(() -> guard.check(new InventoryTotals(1, 1_000, 0, 0)))
                .withMessageContaining("Entra ID has 1,000");

        completed(1_000, 0);

        guard.check(new InventoryTotals(2, 1_000, 0, 0));
    }

    @Test
    void anAutopilotListThatShrankByMoreThanAFifthIsRefusedToo() {
        long before = completed(1_000, 900, 198);

        guard.check(new InventoryTotals(2, 1_000, 900, 159));
        for (long now : new long[] {158, 0}) {
            assertThatExceptionOfType(IncompleteInventoryException.class)
                    .isThrownBy(() -> guard.check(new InventoryTotals(2, 1_000, 900, now)))
                    .withMessageContaining(
                            "Windows Autopilot returned " + now + " registrations, after 198 in run " + before)
                    .withMessageContaining("an owner can confirm");
        }
    }

    @Test
    void anotherRunGoesByTheNumbersThatAnOwnerConfirmed() {
        completed(1_000, 1_000);
        long incomplete = incomplete(1_000, 300);
        assertThat(confirmations.isAwaited(incomplete)).isTrue();

        As.person(OWNER, () -> confirmations.confirm(incomplete));

        assertThat(confirmations.isAwaited(incomplete)).isFalse();
        assertThat(runs.active()).isPresent();
        guard.check(new InventoryTotals(99, 1_000, 300, 90));
        assertThatExceptionOfType(IncompleteInventoryException.class)
                .isThrownBy(() -> guard.check(new InventoryTotals(99, 1_000, 200, 90)));
        assertThat(jdbc.sql("select summary from audit_entry where action = 'run.inventory-confirmed' order by id desc")
                        .query(String.class)
                        .list()
                        .getFirst())
                .contains("1,000 Entra devices, 300 managed devices and 90 Autopilot registrations that run "
                        + incomplete + " read");
    }

    @Test
    void aRunThatANewerOneFollowedIsNoLongerConfirmed() {
        long incomplete = incomplete(1_000, 300);
        completed(1_000, 1_000);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> As.person(OWNER, () -> confirmations.confirm(incomplete)))
                .withMessageContaining("no longer waits for a confirmation");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
    void onlyAnOwnerConfirms() {
        long incomplete = incomplete(1_000, 300);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> confirmations.confirm(incomplete)));
    }

    private long completed(int entra, int managed) {
        return run("COMPLETED", "SUGGEST", null, entra, managed, 0);
    }

    private long completed(int entra, int managed, int autopilot) {
        return run("COMPLETED", "SUGGEST", null, entra, managed, autopilot);
    }

    private long incomplete(int entra, int managed) {
        return run("FAILED", "READ", "It looks incomplete.", entra, managed, 90);
    }

    private long run(
            String status,
            String phase,
            @org.jspecify.annotations.Nullable String failure,
            int entra,
            int managed,
            int autopilot) {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at,
                    finished_at, entra_devices, managed_devices, autopilot_identities, failure, incomplete)
                values (:status, :phase, now(), 'o', 'O', 0, 0, now(), now(), now(), :entra, :managed, :autopilot, :failure,
                    cast(:failure as text) is not null)
                returning id
                """)
                .param("status", status)
                .param("phase", phase)
                .param("failure", failure)
                .param("entra", entra)
                .param("managed", managed)
                .param("autopilot", autopilot)
                .query(Long.class)
                .single();
    }
}
