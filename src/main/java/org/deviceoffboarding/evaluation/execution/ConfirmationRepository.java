package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which findings Intune, asked by key, confirmed. */
@Repository
class ConfirmationRepository {

    private final JdbcClient jdbc;

    ConfirmationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that are to be confirmed by key and were not yet, in the order of their object IDs. */
    List<Finding> unconfirmed(long runId, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from finding
                where run_id = :run and situation in (:situations) and confirmed_at is null
                  and (cast(:after as uuid) is null or object_id > :after)
                order by object_id
                limit :limit
                """)
                .param("run", runId)
                .param("situations", confirmedByKey())
                .param("after", after)
                .param("limit", limit)
                .query(FindingTable::read)
                .list();
    }

    /** Counts those that are to be confirmed by key, whether they were or not. */
    long countToConfirm(long runId) {
        return jdbc.sql("select count(*) from finding where run_id = :run and situation in (:situations)")
                .param("run", runId)
                .param("situations", confirmedByKey())
                .query(Long.class)
                .single();
    }

    long countConfirmed(long runId) {
        return jdbc.sql("select count(*) from finding where run_id = :run and confirmed_at is not null")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    void confirm(long runId, Collection<UUID> objectIds, Instant at) {
        jdbc.sql("update finding set confirmed_at = :at where run_id = :run and object_id = any(:objects)")
                .param("run", runId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .param("at", Sql.timestamp(at))
                .update();
    }

    private static List<String> confirmedByKey() {
        return List.of(Situation.values()).stream()
                .filter(Situation::confirmedByKey)
                .map(Enum::name)
                .toList();
    }
}
