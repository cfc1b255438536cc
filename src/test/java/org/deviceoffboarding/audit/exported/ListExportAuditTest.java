package org.deviceoffboarding.audit.exported;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.ui.transfer.ListTaken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ListExportAuditTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private RecordedEntries recorded;

    @BeforeEach
    void prepare() {
        recorded = new RecordedEntries(jdbc);
    }

    @Test
    void whoTookWhichListAwayIsOnRecordWithItsFilter() {
        Picked filter = new Picked("ada", null, Set.of(Platform.IOS, Platform.ANDROID), Optional.of(7), Instant.EPOCH);

        events.publishEvent(new ListTaken(ANNA, "devices.csv", "devices?q=ada", filter, 1_200, true));

        assertThat(recorded.details("list.exported"))
                .isEqualTo(Map.of(
                        "file",
                        "devices.csv",
                        "page",
                        "devices?q=ada",
                        "rows",
                        1_200,
                        "whole",
                        true,
                        "filter",
                        Map.of(
                                "text",
                                "ada",
                                "platforms",
                                List.of("ANDROID", "IOS"),
                                "days",
                                7,
                                "from",
                                "1970-01-01T00:00:00Z")));
        assertThat(jdbc.sql("select actor_name || ': ' || summary from audit_entry where action = 'list.exported'")
                        .query(String.class)
                        .list())
                .endsWith("anna@contoso.example: Downloaded devices.csv with 1,200 rows");
        assertThat(recorded.result("list.exported")).isEqualTo("DONE");
    }

    @Test
    void whatWasCutOffIsOnRecordAsThat() {
        events.publishEvent(new ListTaken(ANNA, "runs.xlsx", "", "", 17, false));

        assertThat(recorded.result("list.exported")).isEqualTo("FAILED");
        assertThat(recorded.details("list.exported")).containsEntry("rows", 17).containsEntry("whole", false);
    }

    private record Picked(
            String text, @Nullable String user, Set<Platform> platforms, Optional<Integer> days, Instant from) {}
}
