package org.deviceoffboarding.audit;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditEntryWriter {

    private final JdbcClient jdbc;

    AuditEntryWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry; the database numbers and chains it. */
    void append(Instant at, Actor actor, AuditableAction action) {
        jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, subject, summary)
                values (:at, :actorId, :actorName, :action, :subject, :summary)
                """)
                .param("at", Sql.timestamp(at))
                .param("actorId", actor.id())
                .param("actorName", Sql.text(actor.name()))
                .param("action", action.action())
                .param("subject", Sql.text(action.subject()))
                .param("summary", Sql.text(action.summary()))
                .update();
    }
}
