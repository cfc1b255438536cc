package org.deviceoffboarding.audit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.jobs.DatabaseReturned;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class PortalLifeAuditTest {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void thatAPortalStartedIsOnRecordWithWhatItsDatabaseIs() {
        Map<String, Object> started = new RecordedEntries(jdbc).details("portal.started");

        assertThat(started)
                .containsEntry("java", Runtime.version().toString())
                .containsEntry(
                        "schema",
                        jdbc.sql("select version from flyway_schema_history order by installed_rank desc limit 1")
                                .query(String.class)
                                .single());
    }

    @Test
    void aStartAfterMigrationsSaysWhich() {
        PortalState now = new PortalState("2", "0003", List.of("0001 create", "0002 add", "0003 index"));

        var details = new PortalAction.Started(now, "25", "1", "0001").details().values();

        assertThat(details)
                .containsEntry("migrations", List.of("0002 add", "0003 index"))
                .containsEntry("before", Map.of("schema", "0001", "version", "1"))
                .containsEntry("after", Map.of("schema", "0003", "version", "2"));
        assertThat(new PortalAction.Started(now, "25", "2", "0003").details().values())
                .doesNotContainKeys("migrations", "before", "after");
    }

    @Test
    void thatTheDatabaseWasAwayIsOnRecord() {
        events.publishEvent(new DatabaseReturned(Instant.parse("2026-11-29T15:00:00Z")));

        assertThat(new RecordedEntries(jdbc).details("portal.database-returned"))
                .containsEntry("lastSeen", "2026-11-29T15:00:00Z")
                .containsKey("seenAgain");
    }
}
