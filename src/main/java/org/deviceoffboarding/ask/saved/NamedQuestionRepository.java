package org.deviceoffboarding.ask.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NamedQuestionRepository {

    private final JdbcClient jdbc;

    NamedQuestionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns those that a person sees, the shared ones first, by name. */
    List<NamedQuestion> seenBy(String personId) {
        return jdbc.sql("""
                select * from named_question where shared or made_by_id = :person
                order by shared desc, lower(name), id
                """)
                .param("person", personId)
                .query(NamedQuestionRepository::toQuestion)
                .list();
    }

    Optional<NamedQuestion> seenBy(String personId, long id) {
        return jdbc.sql("select * from named_question where id = :id and (shared or made_by_id = :person)")
                .param("id", id)
                .param("person", personId)
                .query(NamedQuestionRepository::toQuestion)
                .optional();
    }

    /** Returns one as nobody changes or removes it until the end of the transaction; nothing where it is gone. */
    Optional<NamedQuestion> lock(long id) {
        return jdbc.sql("select * from named_question where id = :id for no key update")
                .param("id", id)
                .query(NamedQuestionRepository::toQuestion)
                .optional();
    }

    /** Lets nobody change, remove or count any until the end of the transaction. */
    void lockAll() {
        jdbc.sql("select id from named_question order by id for no key update").query(row -> {});
    }

    /** Returns how many are shared, or how many a person has for themselves. */
    long count(boolean shared, String personId) {
        return jdbc.sql(
                        "select count(*) from named_question where shared = :shared and (shared or made_by_id = :person)")
                .param("shared", shared)
                .param("person", personId)
                .query(Long.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from named_question").query(Long.class).single();
    }

    /** Stores a question; returns nothing where the name is taken. */
    Optional<NamedQuestion> add(String name, boolean shared, String question, Actor by, Instant at) {
        return jdbc.sql("""
                insert into named_question
                    (name, shared, made_by_id, made_by_name, made_at, changed_by_id, changed_by_name, changed_at, question)
                values (:name, :shared, :id, :actor, :at, :id, :actor, :at, :question)
                on conflict do nothing returning *
                """)
                .param("name", name)
                .param("shared", shared)
                .param("id", by.id())
                .param("actor", Sql.text(by.name()))
                .param("at", Sql.timestamp(at))
                .param("question", question)
                .query(NamedQuestionRepository::toQuestion)
                .optional();
    }

    /**
     * Stores another name, another question, or that all see it. The row is locked.
     *
     * @throws DuplicateKeyException if the name is taken; the transaction is then of no more use
     */
    NamedQuestion change(NamedQuestion to, Actor by, Instant at) {
        return jdbc.sql("""
                update named_question
                set name = :name, shared = :shared, question = :question, version = version + 1,
                    changed_by_id = :by, changed_by_name = :byName, changed_at = :at
                where id = :id returning *
                """)
                .param("id", to.id())
                .param("name", to.name())
                .param("shared", to.shared())
                .param("question", to.question())
                .param("by", by.id())
                .param("byName", Sql.text(by.name()))
                .param("at", Sql.timestamp(at))
                .query(NamedQuestionRepository::toQuestion)
                .single();
    }

    void remove(long id) {
        jdbc.sql("delete from named_question where id = :id").param("id", id).update();
    }

    static NamedQuestion toQuestion(ResultSet row, int number) throws SQLException {
        return new NamedQuestion(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("shared"),
                new Actor(row.getString("made_by_id"), row.getString("made_by_name")),
                new Actor(row.getString("changed_by_id"), row.getString("changed_by_name")),
                Sql.instant(row, "changed_at"),
                row.getString("question"),
                row.getLong("version"));
    }
}
