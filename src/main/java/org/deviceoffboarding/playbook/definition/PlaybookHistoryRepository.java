package org.deviceoffboarding.playbook.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What owners made of playbooks, version after version. */
@Repository
class PlaybookHistoryRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<StepEdit>> STEPS = new TypeReference<>() {};

    /** @param steps null for what the portal comes with */
    record Stored(long number, @Nullable List<StepEdit> steps, Actor savedBy, Instant savedAt) {}

    private final JdbcClient jdbc;

    PlaybookHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds what somebody saved, in the caller's transaction, which has the playbook for itself.
     *
     * @param steps null for what the portal comes with
     */
    void add(Playbook.Key key, @Nullable List<StepEdit> steps, Actor actor, Instant now) {
        jdbc.sql("""
                insert into playbook_history (playbook, number, saved_at, saved_by_id, saved_by_name, steps)
                values (:key, (select coalesce(max(number), 0) + 1 from playbook_history where playbook = :key),
                    :now, :actorId, :actorName, cast(:steps as jsonb))
                """)
                .param("key", key.name())
                .param("now", Sql.timestamp(now))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .param("steps", steps == null ? null : JSON.writeValueAsString(steps))
                .update();
    }

    /** Returns what was saved, the newest first. */
    List<Stored> find(Playbook.Key key, Pageable page) {
        return jdbc.sql("""
                select * from playbook_history where playbook = :key
                order by number desc limit :limit offset :offset
                """)
                .param("key", key.name())
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(PlaybookHistoryRepository::stored)
                .list();
    }

    /** Returns the number of the newest version; 0 where nobody saved any. */
    long newest(Playbook.Key key) {
        return jdbc.sql("select coalesce(max(number), 0) from playbook_history where playbook = :key")
                .param("key", key.name())
                .query(Long.class)
                .single();
    }

    /** Returns the steps of a version; null for what the portal comes with, as is any that nobody saved. */
    @Nullable
    List<StepEdit> steps(Playbook.Key key, long number) {
        return jdbc.sql("select * from playbook_history where playbook = :key and number = :number")
                .param("key", key.name())
                .param("number", number)
                .query(PlaybookHistoryRepository::stored)
                .optional()
                .map(Stored::steps)
                .orElse(null);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        String steps = row.getString("steps");
        return new Stored(
                row.getLong("number"),
                steps == null ? null : JSON.readValue(steps, STEPS),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
