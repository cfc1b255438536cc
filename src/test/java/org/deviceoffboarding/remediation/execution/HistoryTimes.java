package org.deviceoffboarding.remediation.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deviceoffboarding.demotenant.population.Population;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets time pass for what the portal knows, by moving all of it into the past. */
class HistoryTimes {

    private static final Map<String, List<String>> TIMES = Map.of(
            "inventory", List.of("read_at", "removed_since", "compared_at", "published_at"),
            "evaluation_run", List.of("requested_at", "started_at", "read_at", "finished_at"),
            "verified_change", List.of("done_at", "verified_at"),
            "finding", List.of("portal_changed_at", "portal_verified_at"),
            "disabled_device", List.of("disabled_at", "left_at"),
            "deleted_device", List.of("deleted_at"),
            "known_managed_device", List.of("gone_at"),
            "moved_managed_device", List.of("moved_at"),
            "requested_device", List.of("due_at", "sent_at", "accepted_at", "ended_at"));

    private final JdbcClient jdbc;

    HistoryTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void pass(Duration time) {
        TIMES.forEach((table, columns) -> {
            String sets = String.join(
                    ", ",
                    columns.stream()
                            .map(column -> column + " = " + column + " - make_interval(secs => :seconds)")
                            .toList());
            jdbc.sql("update " + table + " set " + sets)
                    .param("seconds", time.toSeconds())
                    .update();
        });
    }

    /** Lets the portal forget what it remembers of devices beyond their records, and what audit events it knows. */
    void forget(Population population, List<HistoryDevice> devices) {
        String[] intuneIds = devices.stream()
                .flatMap(device -> IntStream.range(0, Population.MOST_RECORDS)
                        .mapToObj(copy -> population.intuneId(device.number(), copy)))
                .toArray(String[]::new);
        String[] deviceIds = devices.stream().map(HistoryDevice::deviceId).toArray(String[]::new);
        for (String table : List.of("known_managed_device", "moved_managed_device")) {
            jdbc.sql("delete from " + table
                            + " where entra_device_id = any(:ids::uuid[]) or intune_id = any(:records::uuid[])")
                    .param("ids", deviceIds)
                    .param("records", intuneIds)
                    .update();
        }
        jdbc.sql("delete from known_removal_event where entra_device_id = any(:ids::uuid[]) or entra_device_id is null")
                .param("ids", deviceIds)
                .update();
        jdbc.sql("delete from removal_event where source = 'INVENTORY' and entra_device_id = any(:ids::uuid[])")
                .param("ids", deviceIds)
                .update();
    }
}
