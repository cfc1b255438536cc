package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.RegisteredOwners;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps with findings whom Entra says their devices are registered for. */
@Repository
class OwnerRepository {

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    OwnerRepository(JdbcTemplate jdbc, JdbcClient client) {
        this.jdbc = jdbc;
        this.client = client;
    }

    /** Returns flagged devices without a known user whose owner was not asked for yet, in the order of their object IDs. */
    List<UUID> unasked(long runId, int limit) {
        return client.sql("""
                select object_id from finding
                where run_id = :run and user_name is null and not owner_asked
                order by object_id limit :limit
                """)
                .param("run", runId)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Returns how many {@link #unasked} would return without a limit. */
    long countUnasked(long runId) {
        return client.sql("select count(*) from finding where run_id = :run and user_name is null and not owner_asked")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    void keep(long runId, Map<UUID, RegisteredOwners> owners) {
        jdbc.batchUpdate("""
                update finding set owner_asked = true, registered_owner = ?, owner_not_read = ?
                where run_id = ? and object_id = ?
                """, owners.entrySet(), 500, (row, each) -> {
            row.setString(1, text(each.getValue().inWords()));
            row.setString(2, text(each.getValue().problem()));
            row.setLong(3, runId);
            row.setObject(4, each.getKey());
        });
    }

    /** Notes for all that were not asked for yet why their owners could not be read. */
    void keepUnread(long runId, String problem) {
        jdbc.update("""
                update finding set owner_asked = true, owner_not_read = ?
                where run_id = ? and user_name is null and not owner_asked
                """, Sql.text(problem), runId);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : Sql.text(value);
    }
}
