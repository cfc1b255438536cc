package org.deviceoffboarding.playbook.keycheck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyCheckRepository {

    private final JdbcClient jdbc;

    KeyCheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the ID of a new check; nothing if one goes on for this suggestion. */
    OptionalLong create(long suggestionId, Instant now, Actor actor) {
        return jdbc
                .sql("""
                insert into key_check (suggestion_id, status, requested_at, requested_by_id, requested_by_name)
                values (:suggestion, 'RUNNING', :now, :byId, :byName)
                on conflict do nothing
                returning id
                """)
                .param("suggestion", suggestionId)
                .param("now", Sql.timestamp(now))
                .param("byId", actor.id())
                .param("byName", actor.name())
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    Optional<KeyCheck> get(long id) {
        return jdbc.sql("select * from key_check where id = :id")
                .param("id", id)
                .query(KeyCheckRepository::toCheck)
                .optional();
    }

    /** Returns those that have not ended. */
    List<KeyCheck> running() {
        return jdbc.sql("select * from key_check where status = 'RUNNING' order by id")
                .query(KeyCheckRepository::toCheck)
                .list();
    }

    Optional<KeyCheck> newest(long suggestionId) {
        return jdbc.sql("select * from key_check where suggestion_id = :suggestion order by id desc limit 1")
                .param("suggestion", suggestionId)
                .query(KeyCheckRepository::toCheck)
                .optional();
    }

    /** Remembers what could not be read, while the check goes on. */
    void note(long id, String problem) {
        jdbc.sql("update key_check set problem = :problem where id = :id and status = 'RUNNING'")
                .param("id", id)
                .param("problem", Sql.text(problem))
                .update();
    }

    /** Ends a check; returns false if it has ended before. */
    boolean end(long id, KeyCheckStatus status, Instant now, @Nullable String problem) {
        return jdbc.sql("""
                update key_check set status = :status, finished_at = :now, problem = coalesce(:problem, problem)
                where id = :id and status = 'RUNNING'
                """)
                        .param("id", id)
                        .param("status", status.name())
                        .param("now", Sql.timestamp(now))
                        .param("problem", problem == null ? null : Sql.text(problem))
                        .update()
                > 0;
    }

    private static KeyCheck toCheck(ResultSet row, int number) throws SQLException {
        return new KeyCheck(
                row.getLong("id"),
                row.getLong("suggestion_id"),
                KeyCheckStatus.valueOf(row.getString("status")),
                Sql.instant(row, "requested_at"),
                new Actor(row.getString("requested_by_id"), row.getString("requested_by_name")),
                Sql.instantOrNull(row, "finished_at"),
                0,
                row.getString("problem"));
    }
}
