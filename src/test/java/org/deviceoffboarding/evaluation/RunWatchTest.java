package org.deviceoffboarding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a portal hears of runs that another portal on its database carries out. */
@EvaluationTest
@RecordApplicationEvents
@WithMockUser(roles = Roles.READER)
class RunWatchTest {

    @Autowired
    private RunWatch watch;

    @Autowired
    private RunService runs;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("delete from evaluation_run").update();
        store("COMPLETED");
        watch.begin();
    }

    @Test
    void aRunElsewhereIsToldAsItGoesOnAndItsResultOnce() {
        long run = store("RUNNING");
        watch.look();
        watch.look();
        assertThat(told()).containsExactly(run + " RUNNING 0");
        assertThat(results()).isEmpty();

        jdbc.sql("update evaluation_run set pages = 3 where id = :id")
                .param("id", run)
                .update();
        watch.look();
        jdbc.sql(
                        "update evaluation_run set status = 'COMPLETED', phase = 'SUGGEST', finished_at = now() where id = :id")
                .param("id", run)
                .update();
        watch.look();
        watch.look();

        assertThat(told()).containsExactly(run + " RUNNING 0", run + " RUNNING 3", run + " COMPLETED 3");
        assertThat(results()).containsExactly(run);
    }

    @Test
    void aResultIsToldThoughTheNextRunHasBegunAndFailedSince() {
        long result = store("COMPLETED");
        long failed = store("FAILED");

        watch.look();

        assertThat(told()).containsExactly(failed + " FAILED 0");
        assertThat(results()).containsExactly(result);
    }

    @Test
    void thatAnotherPortalRemovedTheAgentIsToldOnce() {
        jdbc.sql("update evaluation_run set removed_at = now(), forgotten_at = now()")
                .update();

        watch.look();
        watch.look();

        assertThat(results()).containsExactly(InventoryReplaced.BY_NONE);
        assertThat(events.stream(ResultForgotten.class)).containsExactly(new ResultForgotten(ResultForgotten.ALL));
    }

    @Test
    void whatThisPortalTellsItselfIsNotToldAgain() {
        long run = store("COMPLETED");
        watch.on(new RunChanged(runs.get(run).orElseThrow()));
        watch.on(new InventoryReplaced(run));

        watch.look();

        assertThat(told()).isEmpty();
        assertThat(results()).isEmpty();
    }

    private List<String> told() {
        return events.stream(RunChanged.class)
                .map(RunChanged::run)
                .map(run -> run.id() + " " + run.status() + " " + run.progress().pages())
                .toList();
    }

    private List<Long> results() {
        return events.stream(InventoryReplaced.class)
                .map(InventoryReplaced::runId)
                .toList();
    }

    private long store(String status) {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, finished_at, failure)
                values (:status, case when :status = 'COMPLETED' then 'SUGGEST' else 'READ' end, now(), 'o-1', 'Otto', 0, 0, now(), now(), case when :status <> 'RUNNING' then now() end,
                    case when :status = 'FAILED' then 'Graph was away.' end)
                returning id
                """).param("status", status).query(Long.class).single();
    }
}
