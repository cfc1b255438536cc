package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EvaluationTest
class ScheduleRemainsTest {

    private static final Actor OWNER = new Actor("p-1", "olivia@contoso.example");

    @Autowired
    private ScheduleRemains remains;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate run_schedule, run_schedule_state cascade").update();
    }

    @Test
    void aScheduleThatNobodySetIsNothingThatGoes() {
        As.person(OWNER, List.of(Roles.READER, Roles.OWNER), () -> {
            assertThat(remains.goes()).isEmpty();
            withdraw();
            assertThat(schedules.current()).isEqualTo(Schedule.OFF);
        });
    }

    @Test
    void theScheduleGoesWithTheAgentSoThatAnotherIsStartedByHand() {
        As.person(OWNER, List.of(Roles.READER, Roles.OWNER), () -> {
            schedules.save(
                    schedules.current(),
                    new ScheduleDraft(Pace.DAILY, Set.of(), LocalTime.of(2, 0), "", "Europe/Berlin", true));
            assertThat(remains.goes())
                    .containsExactly("The schedule, by which runs start daily at 02:00, Europe/Berlin.");

            withdraw();

            assertThat(schedules.current().saysTheSame(Schedule.OFF)).isTrue();
            assertThat(schedules.current().savedBy()).isEqualTo(OWNER);
            assertThat(schedules.state().nextAt()).isNull();
        });
    }

    private void withdraw() {
        transaction.executeWithoutResult(status -> remains.withdraw());
    }
}
