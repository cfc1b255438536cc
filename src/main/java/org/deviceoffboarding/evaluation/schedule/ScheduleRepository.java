package org.deviceoffboarding.evaluation.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.VersionedSettings;
import org.deviceoffboarding.base.setting.SettingVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the schedule, every version of it: each run by it says by which. */
@Repository
class ScheduleRepository {

    private final VersionedSettings<Schedule> versions;

    ScheduleRepository(JdbcClient jdbc) {
        this.versions = new VersionedSettings<>(
                jdbc,
                "run_schedule",
                Schedule.OFF,
                ScheduleRepository::toSchedule,
                "Somebody else has changed the schedule meanwhile. Nothing was saved: open the page again and repeat your change.");
    }

    /** Returns all that were saved. */
    SettingVersions<Schedule> versions() {
        return new SettingVersions<>(versions, ScheduleChanged::words);
    }

    Schedule newest() {
        return versions.newest();
    }

    /** @throws org.deviceoffboarding.base.ChangedMeanwhileException if there is a newer one than its version; the transaction is then of no more use */
    Schedule add(Schedule schedule, Actor actor, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("enabled", schedule.on());
        values.put("zone", schedule.zone().getId());
        values.put("resets", schedule.resets());
        switch (schedule.recurrence()) {
            case Recurrence.Daily daily -> values.put("at_time", daily.at());
            case Recurrence.Weekly weekly -> {
                values.put("at_time", weekly.at());
                values.put(
                        "days", weekly.days().stream().map(DayOfWeek::getValue).toArray(Integer[]::new));
            }
            case Recurrence.Cron cron -> values.put("cron", cron.line());
        }
        return versions.add(schedule.version(), values, new VersionedSettings.Saved(actor, now));
    }

    private static Schedule toSchedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                row.getLong("version"),
                row.getBoolean("enabled"),
                toRecurrence(row),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("resets"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }

    private static Recurrence toRecurrence(ResultSet row) throws SQLException {
        String cron = row.getString("cron");
        if (cron != null) {
            return new Recurrence.Cron(cron);
        }
        LocalTime at = row.getObject("at_time", LocalTime.class);
        return row.getArray("days") == null ? new Recurrence.Daily(at) : new Recurrence.Weekly(days(row), at);
    }

    private static Set<DayOfWeek> days(ResultSet row) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray("days").getArray())
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
    }
}
