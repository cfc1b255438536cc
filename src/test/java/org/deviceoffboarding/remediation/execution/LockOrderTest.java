package org.deviceoffboarding.remediation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.remediation.asking.RequestSubmissionService;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionRefusedException;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.test.context.support.WithMockUser;

/** Two that lock the same things, and meet where the first has locked a part of them. */
@DemoPortal
@WithMockUser(
        username = "owner",
        roles = {"OWNER", "APPROVER", "OPERATOR", "READER"})
class LockOrderTest {

    private static final int GATE = 4712;

    @Autowired
    private Inventories inventory;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestSubmissionService submissions;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private DemoRequests requests;
    private Actor approver;

    @BeforeEach
    void startAfresh() {
        requests = context.getAutowireCapableBeanFactory().createBean(DemoRequests.class);
        requests.startAfresh();
        approver = requests.lend("approver");
        jdbc.sql("""
                create or replace function portal_copies.gate() returns trigger language plpgsql as $$
                begin
                    perform pg_advisory_xact_lock_shared(%d, 0);
                    return null;
                end $$
                """.formatted(GATE)).update();
    }

    @AfterEach
    void tidyUp() {
        jdbc.sql("drop function portal_copies.gate cascade").update();
        requests.tidyUpWithRun();
    }

    @Test
    void aRequestIsStoppedInTheMomentInWhichItsDevicesAreNotedAsSent() throws Exception {
        List<UUID> devices = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 3);
        long request = requests.approved(Action.DISABLE, devices, approver);
        gate("after update on change_request for each row when (old.slot_at is not null and new.slot_at is null)");
        CompletableFuture<Void> sending;
        CompletableFuture<Void> stopping;
        try (Connection closed = closedGate()) {
            sending = aside(() -> requests.goOn(request));
            awaitWaiting(1, sending);
            stopping = aside(() -> As.person(DemoRequests.OPERATOR, () -> submissions.stop(request)));
            awaitWaiting(2, stopping);
        }
        sending.join();
        stopping.join();

        requests.carryOut(request);

        assertThat(requests.states(request)).as("sent before it was stopped").containsExactly("VERIFIED");
        assertThat(jdbc.sql("select action from audit_entry where subject = :subject and action = 'request.stopped'")
                        .param("subject", "request:" + request)
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    @Test
    void aSuggestionIsManagedInTheMomentInWhichARunWritesToTheAuditLog() throws Exception {
        Suggestion seen = leavingTheQueue();
        gate("after insert on audit_entry for each row when (new.action = 'run.completed')");
        CompletableFuture<RunStatus> run = new CompletableFuture<>();
        CompletableFuture<Void> managing;
        try (Connection closed = closedGate()) {
            aside(() -> run.complete(requests.run()));
            awaitGate(run);
            managing = aside(() -> suggestions.manage(seen, SuggestionStatus.IN_PROGRESS, "At it"));
            awaitWaiting(2, managing);
        }

        assertThat(run.join()).isEqualTo(RunStatus.COMPLETED);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(managing::join)
                .withCauseInstanceOf(SuggestionRefusedException.class);
    }

    @Test
    void nobodyWaitsForARunThatMakesItsResult() throws Exception {
        Suggestion seen = leavingTheQueue();
        List<UUID> others = requests.flagged("REMOVED_FROM_INTUNE", "IOS", 1);
        long request = requests.approved(Action.DISABLE, others, approver);
        gate("after insert on suggestion for each statement");
        CompletableFuture<RunStatus> run = new CompletableFuture<>();
        try (Connection closed = closedGate()) {
            aside(() -> run.complete(requests.run()));
            awaitGate(run);
            suggestions.manage(seen, SuggestionStatus.IN_PROGRESS, "At it");
            requests.carryOut(request);
            assertThat(run).as("it still makes its result").isNotDone();
        }

        assertThat(run.join()).isEqualTo(RunStatus.COMPLETED);
        assertThat(suggestions.get(seen.id()).orElseThrow().note()).isEqualTo("At it");
        assertThat(requests.states(request)).containsExactly("VERIFIED");
        assertThat(inventory.current(others).values())
                .as("what the portal did is in the copy that counts now")
                .singleElement()
                .satisfies(facts -> assertThat(facts.entra().accountEnabled()).isFalse());
    }

    /** Lets the next run take a device off the queue; returns a suggestion of the result before. */
    private Suggestion leavingTheQueue() {
        List<UUID> devices = requests.silent(1);
        requests.carryOut(requests.approved(Action.DISABLE, devices, approver));
        requests.letHaveBeenDisabled(devices, 365); // long before it was last heard of
        return suggestions.find(SuggestionFilter.NONE, PageRequest.of(0, 1)).getFirst();
    }

    private void gate(String when) {
        TestDatabase.asAdministrator(jdbc, "create trigger gate " + when + " execute function portal_copies.gate()");
    }

    private Connection closedGate() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().execute("select pg_advisory_xact_lock(" + GATE + ", 0)");
        return connection;
    }

    private static CompletableFuture<Void> aside(Runnable what) {
        return CompletableFuture.runAsync(new DelegatingSecurityContextRunnable(what), Thread.ofVirtual()::start);
    }

    /** Until somebody stands at the gate: a run can wait for something else before. */
    private void awaitGate(CompletableFuture<?> waiting) {
        await("locktype = 'advisory' and classid = " + GATE, 1, waiting);
    }

    /** Until so many transactions wait for another, unless what was to wait has ended. */
    private void awaitWaiting(int transactions, CompletableFuture<?> waiting) {
        await("true", transactions, waiting);
    }

    private void await(String which, int transactions, CompletableFuture<?> waiting) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (jdbc.sql("select count(distinct pid) from pg_locks where not granted and " + which)
                        .query(Integer.class)
                        .single()
                < transactions) {
            assertThat(waiting.isDone()).as("ended instead of waiting").isFalse();
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
