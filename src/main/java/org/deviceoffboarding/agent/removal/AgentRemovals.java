package org.deviceoffboarding.agent.removal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who removed the agent and when, and whether its data is gone. */
@Repository
class AgentRemovals {

    private final JdbcClient jdbc;

    AgentRemovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(AgentRemoval removal) {
        return jdbc.sql("""
                insert into agent_removal (removed_at, removed_by_id, removed_by_name, identity_name)
                values (:at, :byId, :byName, :identity) returning id
                """)
                .param("at", Sql.timestamp(removal.at()))
                .param("byId", removal.by().id())
                .param("byName", Sql.text(removal.by().name()))
                .param("identity", Sql.text(removal.identityName()))
                .query(Long.class)
                .single();
    }

    Optional<AgentRemoval> newest() {
        return jdbc.sql("select * from agent_removal order by id desc limit 1")
                .query(AgentRemovals::read)
                .optional();
    }

    Optional<AgentRemoval> get(long id) {
        return jdbc.sql("select * from agent_removal where id = :id")
                .param("id", id)
                .query(AgentRemovals::read)
                .optional();
    }

    void cleared(long id, Instant now) {
        jdbc.sql("update agent_removal set cleared_at = :now where id = :id and cleared_at is null")
                .param("id", id)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Returns whether that was not noted before. */
    boolean deleted(long id, Instant now) {
        return jdbc.sql("update agent_removal set deleted_at = :now where id = :id and deleted_at is null")
                        .param("id", id)
                        .param("now", Sql.timestamp(now))
                        .update()
                > 0;
    }

    private static AgentRemoval read(ResultSet row, int number) throws SQLException {
        return new AgentRemoval(
                Sql.instant(row, "removed_at"),
                new Actor(row.getString("removed_by_id"), row.getString("removed_by_name")),
                row.getString("identity_name"),
                Sql.instantOrNull(row, "cleared_at"),
                Sql.instantOrNull(row, "deleted_at"));
    }
}
