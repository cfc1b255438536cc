package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.jobs.JobEngineSwitch;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.judging.ADevice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The queue for real: what a killed portal left behind is taken up when the next one starts. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class RunQueueTest {

    @Autowired
    private RunService runs;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private RunChanges changes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private ApplicationContext context;

    @Test
    void aRunThatAKilledPortalLeftIsTakenUpAtTheStart() throws Exception {
        tenant.has(that().was(WIPE, daysAgo(3)).facts());
        Run run = As.person(new Actor("oid-1", "operator@contoso.example"), () -> runs.start());
        jdbc.sql("""
                update scheduled_tasks set picked = true, picked_by = 'portal-that-was-killed', last_heartbeat = :now
                """).param("now", Sql.timestamp(ADevice.NOW)).update();
        jdbc.sql("update evaluation_run set started_at = requested_at").update();

        JobEngineSwitch.start(context);

        assertThat(changes.ended().await(20, TimeUnit.SECONDS)).isTrue();
        Run ended = runs.get(run.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.restarts()).isEqualTo(1);
        JobEngineSwitch.stop(context);
        assertThat(scheduler.getSchedulerState().isShuttingDown()).isTrue();
        assertThat(jdbc.sql("select count(*) from scheduled_tasks where task_name = 'run'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
