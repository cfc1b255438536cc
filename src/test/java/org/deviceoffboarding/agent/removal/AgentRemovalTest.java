package org.deviceoffboarding.agent.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.agent.setup.AgentLock;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.deviceoffboarding.evaluation.trend.Trends;
import org.deviceoffboarding.instruction.version.InstructionService;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Removing the agent of a portal that has read the demo tenant. */
@DemoPortal
class AgentRemovalTest {

    private static final Actor OWNER = new Actor("p-owner", "olivia@contoso.example");

    @Autowired
    private DemoRuns portal;

    @Autowired
    private AgentRemovalService removals;

    @Autowired
    private RemovalJob job;

    @Autowired
    private AgentService agents;

    @Autowired
    private AgentIdentity identity;

    @Autowired
    private AgentHold hold;

    @Autowired
    private AgentLock lock;

    @Autowired
    private RunService runs;

    @Autowired
    private Trends trends;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private InstructionService instructions;

    @Autowired
    private RulesService rules;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    private RecordedEntries recorded;

    @BeforeEach
    void withAnAgentAndAResult() {
        portal.startAfresh();
        jdbc.sql(
                        "update change_request set status = 'DONE', problem = null, finished_at = now() where status in ('RUNNING', 'BLOCKED')")
                .update();
        if (agents.find().isEmpty() || runs.latestCompleted().isEmpty()) {
            awaitCleared();
            portal.haveResult();
        }
        recorded = new RecordedEntries(jdbc);
    }

    @AfterEach
    void leaveNothingBehind() {
        scheduler.resume();
        jdbc.sql("delete from disabled_device").update();
        jdbc.sql("delete from evaluation_rules").update();
        jdbc.sql("delete from evaluation_run where status = 'RUNNING'").update();
        awaitCleared();
    }

    @Test
    void whatGoesAndWhatStaysIsSaidWithNumbers() {
        Run result = runs.latestCompleted().orElseThrow();
        disabledHere(aDevice());

        RemovalPlan plan = removals.plan();

        assertThat(plan.possible()).isTrue();
        assertThat(plan.goes())
                .contains("The identity of owner@contoso.example, with its tokens.")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("The inventory: %,d Entra devices, %,d managed devices"
                                .formatted(
                                        result.progress().entraDevices(),
                                        result.progress().managedDevices())))
                .anySatisfy(line -> assertThat(line).startsWith("The result").contains("findings", "suggestions"));
        assertThat(plan.stays())
                .contains(
                        "All that was changed in Entra, and the audit log with every entry.",
                        "1 device that this portal disabled and that waits for its grace period, which goes on.");
    }

    @Test
    void fromThenOnNothingOfItIsShownAndSoonNothingOfItIsLeft() {
        Run result = runs.latestCompleted().orElseThrow();
        long suggestion = suggestions.ofRun(result.id()).getFirst().id();
        save("Exclude devices with names starting with \"KIOSK-\"");
        portal.run();

        remove();

        assertThat(agents.find()).isEmpty();
        assertThat(jdbc.sql("select count(*) from agent").query(Long.class).single())
                .as("tokens go at once")
                .isZero();
        assertThat(runs.latest()).isEmpty();
        assertThat(runs.latestCompleted()).isEmpty();
        assertThat(runs.find(Pageable.ofSize(10))).isEmpty();
        assertThat(trends.lastRuns(10)).isEmpty();
        assertThat(suggestions.count(SuggestionFilter.NONE)).isZero();
        assertThat(suggestions.get(suggestion)).isEmpty();
        assertThat(runs.removedAt(result.id())).as("what links lead to says so").isPresent();
        assertThat(instructions.current().text()).isEmpty();
        assertThat(instructions.history(PageRequest.of(0, 10))).hasSize(1);
        awaitDeleted();
        for (String table : List.of(
                "inventory",
                "inventory_source",
                "entra_device",
                "managed_device",
                "autopilot_identity",
                "removal_event",
                "restricted_unit_member",
                "listed_device",
                "known_managed_device",
                "known_autopilot_identity",
                "known_removal_event",
                "finding",
                "left_out",
                "finding_total",
                "device_kind",
                "device_link",
                "suggestion",
                "step_tick",
                "device_key",
                "instruction_group")) {
            assertThat(rows(table)).as(table).isZero();
        }
        assertThat(jdbc.sql(
                                "select relname from pg_class where relkind = 'r' and relname ~ '^(entra_device|listed_device|listed_finding)_[0-9]+$'")
                        .query(String.class)
                        .list())
                .isEmpty();
        Map<String, Object> entry = recorded.details("agent.removed");
        assertThat(entry).containsEntry("identity", "owner@contoso.example").containsKeys("deleted", "kept");
        assertThat(String.valueOf(entry.get("deleted"))).contains("findings", "custom instruction");
    }

    @Test
    void whatThePortalDisabledStaysKnownWithWhatProtectsIt() {
        UUID device = aRecordedDevice();
        disabledHere(device);
        String record =
                jdbc.sql("""
                select k.intune_id::text from known_managed_device k join inventory_device d on d.device_id = k.entra_device_id
                where d.object_id = :object limit 1
                """).param("object", device).query(String.class).single();

        remove();
        awaitDeleted();

        assertThat(rows("disabled_device")).isEqualTo(1);
        assertThat(jdbc.sql("select intune_id::text from known_managed_device")
                        .query(String.class)
                        .list())
                .contains(record)
                .hasSizeLessThan(5);
    }

    @Test
    void thresholdsGoBackUnlessTheyAreStricter() {
        JudgingRules usual = JudgingRules.defaults();
        As.person(
                OWNER,
                () -> rules.save(
                        rules.current(),
                        usual.withLookBack(Duration.ofDays(7))
                                .withSilentAfter(usual.silentAfter().plusDays(30)),
                        true));
        assertThat(removals.plan().goes()).anyMatch(line -> line.startsWith("Thresholds that an owner changed: back"));
        assertThat(removals.plan().stays()).anyMatch(line -> line.startsWith("Thresholds that are stricter"));

        remove();

        SavedRules now = rules.current();
        assertThat(now.keepProgress()).isFalse();
        assertThat(now.rules().lookBack()).isEqualTo(usual.lookBack());
        assertThat(now.rules().silentAfter())
                .as("loosened by nobody")
                .isEqualTo(usual.silentAfter().plusDays(30));
        assertThat(now.savedBy()).isEqualTo(OWNER);
    }

    @Test
    void whatWasProposedForThresholdsIsNamedAndLapsesBecauseOfTheRemoval() {
        As.person(
                OWNER,
                () -> rules.save(rules.current(), JudgingRules.defaults().withSilentAfter(Duration.ofDays(45)), false));
        assertThat(removals.plan().goes())
                .anyMatch(line -> line.startsWith("What olivia@contoso.example proposed for thresholds")
                        && line.contains("a device counts as silent after 45 days"));

        remove();

        assertThat(jdbc.sql("select lapsed_because from loosening order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("The agent was removed");
        assertThat(removals.plan().goes()).noneMatch(line -> line.contains("proposed"));
    }

    @Test
    void setUpAgainItBeginsAnew() {
        long before = runs.latestCompleted().orElseThrow().id();
        remove();
        awaitCleared();

        portal.start(portal.consent());

        Run first = runs.latestCompleted().orElseThrow();
        assertThat(first.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(first.id()).isGreaterThan(before);
        assertThat(runs.completedBefore(first.id(), 10)).isEmpty();
        assertThat(trends.lastRuns(10)).hasSize(1);
        assertThat(runs.count()).isEqualTo(1);
        assertThat(suggestions.count(SuggestionFilter.NONE)).isPositive();
        assertThat(removals.latest().orElseThrow().by()).isEqualTo(OWNER);
    }

    @Test
    void untilItsDataIsGoneNoAgentIsSetUpAndAPortalThatWasCutOffGoesOn() {
        scheduler.pause();
        remove();
        long removal = newestRemoval();
        assertThatExceptionOfType(RemovalUnfinishedException.class).isThrownBy(() -> job.execute(removal, () -> true));

        assertThatExceptionOfType(ConsentRefusedException.class)
                .isThrownBy(() -> portal.start(portal.consent()))
                .withMessageContaining("is still being deleted");
        assertThat(agents.find()).isEmpty();

        job.execute(removal, () -> false);
        scheduler.resume();
        portal.start(portal.consent());
        assertThat(agents.find()).isPresent();
    }

    @Test
    void whatIsCutOffAnywhereIsFinishedWhenItIsCalledAgain() {
        disabledHere(aRecordedDevice());
        scheduler.pause();
        remove();
        long removal = newestRemoval();
        int cuts = 0;
        for (boolean done = false; !done; cuts++) {
            int asked = cuts;
            int[] left = {asked};
            try {
                job.execute(removal, () -> left[0]-- <= 0);
                done = true;
            } catch (RemovalUnfinishedException e) {
                assertThat(cuts).as("it goes on each time").isLessThan(500);
            }
        }

        assertThat(cuts).isPositive();
        assertThat(rows("finding")).isZero();
        assertThat(rows("inventory")).isZero();
        assertThat(rows("known_managed_device"))
                .as("of the device that was disabled here")
                .isPositive();
    }

    @Test
    void whatIsUnderWayIsNamedWithItsPageAndMustEndFirst() {
        long run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version) values ('RUNNING', 'READ', now(), 'x', 'x', 0, 0) returning id
                """).query(Long.class).single();

        assertThat(removals.plan().underWay()).containsExactly(new UnderWay("Run " + run, "runs/" + run, true));
        assertThatExceptionOfType(RemovalRefusedException.class)
                .isThrownBy(this::remove)
                .withMessage("Nothing was changed: Run " + run + " is under way and must end first.");

        assertThat(agents.find()).isPresent();
        assertThat(runs.latestCompleted()).isPresent();
    }

    @Test
    void aRequestThatIsCarriedOutIsNamedAndOneThatWaitsIsNot() {
        transactions.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            long waiting = request("WAITING");
            long running = request("RUNNING");

            assertThat(removals.plan().underWay())
                    .extracting(UnderWay::path)
                    .contains("approvals/" + running)
                    .doesNotContain("approvals/" + waiting);
            assertThat(removals.plan().stays()).anyMatch(line -> line.contains("waits for approval"));
            assertThatExceptionOfType(RemovalRefusedException.class)
                    .isThrownBy(this::remove)
                    .withMessageContaining("Request " + running + ": Disable 1 device is under way");
        });
    }

    @Test
    void aRunThatIsJustBeginningIsWaitedForAndThenNamed() {
        CompletableFuture<Void> removing = new CompletableFuture<>();
        long[] run = {0};
        transactions.executeWithoutResult(transaction -> {
            hold.hold();
            aside(removing, this::remove);
            awaitWaiting();
            run[0] = jdbc.sql("""
                    insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                        instruction_version) values ('RUNNING', 'READ', now(), 'x', 'x', 0, 0) returning id
                    """).query(Long.class).single();
        });

        assertThat(removing)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withMessageContaining("Run " + run[0] + " is under way");
        assertThat(agents.find()).isPresent();
    }

    @Test
    void whatTakesLongToBeginIsWaitedForSomeSecondsAndThenSaid() {
        CompletableFuture<Void> removing = new CompletableFuture<>();
        transactions.executeWithoutResult(transaction -> {
            hold.hold();
            aside(removing, this::remove);

            assertThat(removing)
                    .failsWithin(Duration.ofSeconds(20))
                    .withThrowableThat()
                    .withMessageContaining("Somebody is just beginning something that needs the agent");
        });
        assertThat(agents.find()).isPresent();
    }

    @Test
    void aRunThatBeginsWhileItIsRemovedFindsNoAgent() {
        CompletableFuture<Void> starting = new CompletableFuture<>();
        transactions.executeWithoutResult(transaction -> {
            lock.holdAlone();
            aside(
                    starting,
                    () -> As.person(OWNER, List.of(Roles.OWNER, Roles.OPERATOR), () -> {
                        runs.start();
                    }));
            awaitWaiting();
            jdbc.sql("delete from agent").update();
        });

        assertThat(starting)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .withCauseInstanceOf(AgentMissingException.class);
        assertThat(runs.active()).isEmpty();
    }

    @Test
    void theAccessTokenThatIsInMemoryIsGivenNoMore() {
        var tokens = identity.tokens();
        tokens.get();

        remove();

        assertThat(identity.present()).isFalse();
        assertThatExceptionOfType(AgentMissingException.class).isThrownBy(tokens::get);
    }

    @Test
    void withoutTheWordNothingHappens() {
        assertThatExceptionOfType(RemovalRefusedException.class)
                .isThrownBy(() -> As.person(OWNER, () -> removals.remove("delete")))
                .withMessageContaining("Type “remove”");

        assertThat(agents.find()).isPresent();
    }

    @Test
    void whereItWasRemovedMeanwhileThatIsSaid() {
        remove();

        assertThatExceptionOfType(RemovalRefusedException.class)
                .isThrownBy(this::remove)
                .withMessageContaining("somebody has removed it meanwhile");
    }

    @Test
    void onlyOwnersRemoveIt() {
        Supplier<RemovalPlan> looking = removals::plan;

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(OWNER, List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER), looking));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.person(
                        OWNER, List.of(Roles.READER, Roles.OPERATOR, Roles.APPROVER), () -> removals.remove("remove")));
    }

    private void remove() {
        As.person(OWNER, List.of(Roles.OWNER), () -> removals.remove("Remove "));
    }

    private void save(String text) {
        As.person(OWNER, () -> instructions.save(instructions.current(), text));
    }

    private void disabledHere(UUID device) {
        jdbc.sql(
                        "insert into disabled_device (object_id, name, disabled_at) values (:object, 'LAPTOP', now() - interval '5 days')")
                .param("object", device)
                .update();
    }

    private UUID aDevice() {
        return jdbc.sql("select object_id from finding order by object_id limit 1")
                .query(UUID.class)
                .single();
    }

    /** Returns a device that Intune had a record of. */
    private UUID aRecordedDevice() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rows("known_managed_device") > 0); // soon after a run
        return jdbc.sql("""
                select d.object_id from inventory_device d join known_managed_device k on k.entra_device_id = d.device_id
                order by d.object_id limit 1
                """).query(UUID.class).single();
    }

    private long request(String status) {
        return jdbc.sql("""
                insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                    requested_by_name, expires_at, needs_approval, decided_at, decided_by_id, decided_by_name)
                values ('DISABLE', :status, 'why', 'a test', 1, now(), 'a', 'a', now() + interval '3 days', true,
                    case when :status <> 'WAITING' then now() end, case when :status <> 'WAITING' then 'b' end,
                    case when :status <> 'WAITING' then 'b' end)
                returning id
                """).param("status", status).query(Long.class).single();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private long newestRemoval() {
        return jdbc.sql("select max(id) from agent_removal").query(Long.class).single();
    }

    private void awaitCleared() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select not exists (select from agent_removal where cleared_at is null)")
                        .query(Boolean.class)
                        .single());
    }

    private void awaitDeleted() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql(
                                "select not exists (select from scheduled_tasks where task_name = 'remove-agent')")
                        .query(Boolean.class)
                        .single());
    }

    private void awaitWaiting() {
        await().atMost(Duration.ofSeconds(4))
                .until(() -> CompletableFuture.supplyAsync(() -> jdbc.sql(
                                        "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                                .query(Boolean.class)
                                .single())
                        .join());
    }

    private static void aside(CompletableFuture<Void> end, Runnable what) {
        Thread.ofVirtual().start(() -> {
            try {
                what.run();
                end.complete(null);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            }
        });
    }
}
