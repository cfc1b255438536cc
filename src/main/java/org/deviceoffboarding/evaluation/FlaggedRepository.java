package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows which devices a run would have flagged without any instruction. */
@Repository
class FlaggedRepository {

    /** A device with the situation that holds for it. */
    record FlaggedDevice(UUID objectId, Situation situation) {}

    private final JdbcClient jdbc;

    FlaggedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns devices in the order of their object IDs, those after one, or the first. */
    List<FlaggedDevice> page(long runId, @Nullable UUID after, int size) {
        return jdbc.sql("""
                (select object_id, situation from finding
                 where run_id = :run and (cast(:after as uuid) is null or object_id > :after)
                 order by object_id limit :size)
                union all
                (select object_id, situation from left_out
                 where run_id = :run and reason = 'INSTRUCTION'
                   and (cast(:after as uuid) is null or object_id > :after)
                 order by object_id limit :size)
                order by object_id limit :size
                """)
                .param("run", runId)
                .param("after", after)
                .param("size", size)
                .query((row, number) -> new FlaggedDevice(
                        row.getObject("object_id", UUID.class), Situation.valueOf(row.getString("situation"))))
                .list();
    }
}
