package org.deviceoffboarding.playbook.keycheck;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.keys.KeyedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and lists the devices of a suggestion by what is known about their keys. Reads what suggestion and keys declare. */
@Repository
class SuggestedDeviceRepository {

    private static final String DEVICES = """
             from suggested_device f
             left join known_device_key k on k.object_id = f.object_id
            where f.suggestion_id = :suggestion
            """;

    private final JdbcClient jdbc;

    SuggestedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Registered devices have no LAPS password, so none is missed there. The devices of a suggestion are all of one platform, and their
     * number stands in it: only those that were checked are looked at.
     */
    KeySummary keys(long suggestionId) {
        return jdbc.sql("""
                with windows as (
                    select coalesce(sum(devices), 0) as devices from suggestion_now
                    where id = :suggestion and platform = 'WINDOWS')
                select windows.devices,
                       checked.known, checked.without_bitlocker, checked.without_laps,
                       windows.devices - checked.devices as not_checked,
                       checked.not_known, checked.oldest
                from windows cross join (
                    select count(*) as devices,
                           count(*) filter (where k.bitlocker_keys > 0
                                            and (k.laps or f.join_type ilike 'Workplace')) as known,
                           count(*) filter (where k.bitlocker_keys = 0) as without_bitlocker,
                           count(*) filter (where k.laps is false
                                            and coalesce(f.join_type, '') not ilike 'Workplace') as without_laps,
                           count(*) filter (where k.problem is not null) as not_known,
                           min(k.checked_at) as oldest
                    from known_device_key k
                        join suggested_device f on f.object_id = k.object_id
                    where f.suggestion_id = :suggestion and f.platform = 'WINDOWS') checked
                """)
                .param("suggestion", suggestionId)
                .query((row, number) -> new KeySummary(
                        row.getLong("devices"),
                        row.getLong("known"),
                        row.getLong("without_bitlocker"),
                        row.getLong("without_laps"),
                        row.getLong("not_checked"),
                        row.getLong("not_known"),
                        Sql.instantOrNull(row, "oldest")))
                .single();
    }

    /** Returns Windows devices whose keys were not read since, in the order of their object IDs. */
    List<KeyedDevice> uncheckedSince(long suggestionId, Instant since, @Nullable UUID after, int limit) {
        return jdbc.sql("select f.object_id, f.device_id" + DEVICES + """
                  and f.platform = 'WINDOWS' and (k.checked_at is null or k.checked_at < :since)
                  and (cast(:after as uuid) is null or f.object_id > :after)
                order by f.object_id
                limit :limit
                """)
                .param("suggestion", suggestionId)
                .param("since", Sql.timestamp(since))
                .param("after", after)
                .param("limit", limit)
                .query((row, number) ->
                        new KeyedDevice(row.getObject("object_id", UUID.class), row.getObject("device_id", UUID.class)))
                .list();
    }

    /** Returns devices of a suggestion as the audit log names them. */
    List<AuditedDevice> named(long suggestionId, List<UUID> objectIds) {
        return jdbc.sql("""
                select object_id, device_id, name from suggested_device
                where suggestion_id = :suggestion and object_id = any(:objects)
                """)
                .param("suggestion", suggestionId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .query((row, number) -> new AuditedDevice(
                        row.getObject("object_id", UUID.class),
                        row.getObject("device_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    /** Counts the Windows devices whose keys were read since. */
    long countCheckedSince(long suggestionId, Instant since) {
        return jdbc.sql("select count(*)" + DEVICES + " and f.platform = 'WINDOWS' and k.checked_at >= :since")
                .param("suggestion", suggestionId)
                .param("since", Sql.timestamp(since))
                .query(Long.class)
                .single();
    }
}
