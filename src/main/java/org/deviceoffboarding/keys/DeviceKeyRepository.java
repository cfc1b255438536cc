package org.deviceoffboarding.keys;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeviceKeyRepository {

    private static final int BATCH = 500;

    private static final String STORE = """
            insert into device_key (object_id, bitlocker_keys, newest_bitlocker, volume_types, laps, laps_backup,
                checked_at, problem)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (object_id) do update set
                bitlocker_keys = excluded.bitlocker_keys, newest_bitlocker = excluded.newest_bitlocker,
                volume_types = excluded.volume_types, laps = excluded.laps, laps_backup = excluded.laps_backup,
                checked_at = excluded.checked_at, problem = excluded.problem
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    DeviceKeyRepository(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void store(List<DeviceKeys> keys) {
        template.batchUpdate(STORE, keys, BATCH, DeviceKeyRepository::set);
    }

    List<DeviceKeys> find(Collection<UUID> objectIds) {
        return jdbc.sql("select * from device_key where object_id = any(:ids)")
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(DeviceKeyRepository::toKeys)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from device_key").query(Long.class).single();
    }

    int delete(int most) {
        return jdbc.sql("delete from device_key where ctid = any(array(select ctid from device_key limit :most))")
                .param("most", most)
                .update();
    }

    private static void set(PreparedStatement row, DeviceKeys keys) throws SQLException {
        row.setObject(1, keys.objectId());
        row.setObject(2, keys.bitlockerKeys(), Types.INTEGER);
        setTime(row, 3, keys.newestBitlocker());
        row.setArray(
                4,
                row.getConnection()
                        .createArrayOf(
                                "text",
                                keys.volumeTypes().stream().map(Sql::text).toArray()));
        row.setObject(5, keys.laps(), Types.BOOLEAN);
        setTime(row, 6, keys.lapsBackup());
        setTime(row, 7, keys.checkedAt());
        row.setString(8, keys.problem() == null ? null : Sql.text(keys.problem()));
    }

    private static void setTime(PreparedStatement row, int index, @Nullable Instant time) throws SQLException {
        row.setObject(index, time == null ? null : Sql.timestamp(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static DeviceKeys toKeys(ResultSet row, int number) throws SQLException {
        return new DeviceKeys(
                row.getObject("object_id", UUID.class),
                row.getObject("bitlocker_keys", Integer.class),
                Sql.instantOrNull(row, "newest_bitlocker"),
                List.of((String[]) row.getArray("volume_types").getArray()),
                row.getObject("laps", Boolean.class),
                Sql.instantOrNull(row, "laps_backup"),
                Sql.instant(row, "checked_at"),
                row.getString("problem"));
    }
}
