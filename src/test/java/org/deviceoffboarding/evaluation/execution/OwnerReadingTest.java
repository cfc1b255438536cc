package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.RegisteredOwners;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.ADevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Whom flagged devices are registered for, where nobody knows their user. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class OwnerReadingTest {

    private static final Actor OTTO = new Actor("otto", "Otto");

    @Autowired
    private RunService runs;

    @Autowired
    private RunJob job;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks cascade").update();
        tenant.reset();
    }

    @Test
    void theOwnerIsKeptWithTheFindingAndFoundByTheSearch() {
        tenant.has(wiped(1), wiped(2));
        tenant.registers(id(1), new RegisteredOwners(List.of("zoe@x", "anna@x", "ben@x", "cleo@x"), null));

        Run run = run();

        assertThat(finding(run, 1).registeredOwner()).isEqualTo("anna@x, ben@x, cleo@x, zoe@x");
        assertThat(finding(run, 1).person()).isEqualTo("anna@x, ben@x, cleo@x, zoe@x (registered owner)");
        assertThat(finding(run, 2).person()).isEmpty();
        assertThat(runs.findings(run.id(), new FindingFilter("cleo", null, null, null, null), PageRequest.of(0, 10)))
                .extracting(Finding::objectId)
                .containsExactly(id(1));
        assertThat(tenant.heldATransactionWhileAsking()).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRunHasItsResult() {
        tenant.has(wiped(1), wiped(2));
        tenant.registers(id(1), new RegisteredOwners(List.of(), "Graph answered with status 500."));
        tenant.registers(id(2), new RegisteredOwners(List.of("anna@x"), null));

        Run run = run();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(finding(run, 1).person()).isEqualTo("Registered owner not read");
        assertThat(finding(run, 1).ownerNotRead()).isEqualTo("Graph answered with status 500.");
        assertThat(finding(run, 2).registeredOwner()).isEqualTo("anna@x");
    }

    @Test
    void whereNothingCanBeReadNoMoreIsAsked() {
        for (int number = 1; number <= 450; number++) {
            tenant.has(wiped(number));
            tenant.registers(id(number), new RegisteredOwners(List.of(), "The permission is missing."));
        }

        Run run = run();

        assertThat(tenant.ownersAskedFor()).hasSize(200);
        assertThat(finding(run, 450).ownerNotRead()).isEqualTo("The permission is missing.");
    }

    @Test
    void whatIsNotFlaggedIsNotAskedFor() {
        tenant.has(wiped(1), ADevice.that().hasIds(id(2), id(2)).isInIntune().facts());

        run();

        assertThat(tenant.ownersAskedFor()).containsExactly(id(1));
    }

    private Run run() {
        Run run = As.person(OTTO, () -> runs.start());
        job.execute(run.id(), () -> false);
        return runs.get(run.id()).orElseThrow();
    }

    private Finding finding(Run run, int number) {
        return runs.finding(run.id(), id(number)).orElseThrow();
    }

    private static DeviceFacts wiped(int number) {
        return ADevice.that()
                .hasIds(id(number), id(number))
                .isNamed("LAPTOP-" + number)
                .was(RemovalEvent.Kind.WIPE, ADevice.daysAgo(5))
                .facts();
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
