package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.identity.IdentitySwitches;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that the portal starts by itself, as it does in production. */
@DemoPortal
class ScheduledRunTest {

    @Autowired
    private DemoRuns portal;

    @Autowired
    private DemoTenant tenant;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        set(Pace.DAILY);
    }

    @AfterEach
    void turnOff() {
        set(Pace.BY_HAND);
        portal.startAfresh();
        portal.start(portal.consent());
    }

    @Test
    void whenItIsTimeThePortalRunsTheAgentByItself() {
        jdbc.sql("update run_schedule_state set next_at = now() - interval '1 second'")
                .update();

        Run run = portal.scheduled();

        assertThat(run.requestedBy()).isEqualTo(Actor.SCHEDULE);
        assertThat(run.status()).as(run.failure()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.flagged()).isPositive();
        assertThat(schedules.started(List.of(run.id()))).containsKey(run.id());
    }

    @Test
    void whereTheAgentsIdentityCannotBeUsedTheRunFailsWithThatReasonAndIsTriedAgain() {
        portal.start(portal.consent());
        tenant.context().getBean(IdentitySwitches.class).revokeRefreshTokens();
        jdbc.sql("update run_schedule_state set next_at = now() - interval '1 second'")
                .update();

        Run run = portal.scheduled();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure()).contains("has to renew the agent");
        assertThat(schedules.isTriedAgain(run.id())).isTrue();
    }

    private void set(Pace pace) {
        schedules.save(schedules.current(), new ScheduleDraft(pace, Set.of(), LocalTime.of(2, 0), "", "UTC", false));
    }
}
