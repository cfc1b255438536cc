package org.deviceoffboarding.evaluation.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.inventory.AuditListReading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EvaluationTest
class AuditListGuardTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    @Autowired
    private AuditListGuard guard;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, scheduled_tasks, suggestion cascade").update();
    }

    @Test
    void aListThatHoldsWhatItHeldNeedsNoWord() {
        completed(NOW.minus(Duration.ofDays(1)), 500);

        assertThat(caution(480, 125, 0)).isNull();
        assertThat(caution(480, 0, 0)).as("all removals are longer ago").isNull();
    }

    @Test
    void anEmptyListAfterOneThatWasNotIsSaidWithWhatToDo() {
        assertThat(caution(0, 0, 125))
                .startsWith("Intune's audit list came back empty, though earlier runs read 125 removals of the last 30"
                        + " days from it, which still count.")
                .contains("broken link", "Tenant administration > Audit logs", "run again");
        assertThat(caution(0, 0, 1)).contains("read 1 removal of the last 30 days from it, which still counts.");
    }

    @Test
    void aListWithoutTheRemovalsThatItOnceHeldIsSaidToo() {
        assertThat(caution(300, 0, 125)).startsWith("Intune's audit list came back without any removal, though");
        assertThat(caution(300, 99, 26)).startsWith("Intune's audit list lacks 26 of the 125 removals");
        assertThat(caution(300, 100, 25)).as("a fifth").isNull();
    }

    @Test
    void anEmptyListIsSaidWithoutAnyRemovalKnownAsLongAsEarlierEventsShouldBeInIt() {
        assertThat(caution(0, 0, 0)).as("the first run").isNull();

        long before = completed(NOW.minus(Duration.ofDays(29)), 512);
        completed(NOW.minus(Duration.ofDays(1)), 0);
        assertThat(caution(0, 0, 0))
                .startsWith("Intune's audit list came back empty, after 512 events in run " + before + ".");

        startAfresh();
        completed(NOW.minus(Duration.ofDays(31)), 512);
        completed(NOW.minus(Duration.ofDays(1)), 0);
        completed(NOW.minus(Duration.ofDays(1)), null);
        assertThat(caution(0, 0, 0)).as("they are longer ago").isNull();
    }

    private @Nullable String caution(long events, long removals, long missing) {
        return guard.caution(new AuditListReading(events, removals, missing), LOOK_BACK, NOW);
    }

    private long completed(Instant at, @Nullable Integer events) {
        return jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, finished_at, audit_events)
                values ('COMPLETED', 'SUGGEST', :at, 'o', 'O', 0, 0, :at, :at, :at, :events)
                returning id
                """)
                .param("at", Sql.timestamp(at))
                .param("events", events)
                .query(Long.class)
                .single();
    }
}
