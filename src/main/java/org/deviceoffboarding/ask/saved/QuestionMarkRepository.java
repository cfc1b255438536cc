package org.deviceoffboarding.ask.saved;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who has which named question on Overview, and who is told of its number. */
@Repository
class QuestionMarkRepository {

    private final JdbcClient jdbc;

    QuestionMarkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the questions that a person has pinned and still sees, the first pinned first. */
    List<NamedQuestion> pinnedBy(String personId) {
        return jdbc.sql("""
                select q.*
                from pinned_question p join named_question q on q.id = p.question_id
                where p.person_id = :person and (q.shared or q.made_by_id = :person)
                order by p.pinned_at, q.id
                """)
                .param("person", personId)
                .query(NamedQuestionRepository::toQuestion)
                .list();
    }

    boolean isPinned(String personId, long questionId) {
        return is("pinned_question", personId, questionId);
    }

    boolean isWatched(String personId, long questionId) {
        return is("question_watch", personId, questionId);
    }

    private boolean is(String table, String personId, long questionId) {
        return jdbc.sql("select exists (select from " + table
                        + " where person_id = :person and question_id = :question)")
                .param("person", personId)
                .param("question", questionId)
                .query(Boolean.class)
                .single();
    }

    /** Lets nobody else pin for the same person until the end of the transaction, so that they can be counted. */
    void holdPinsOf(String personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pinned_question:' || :person, 0))")
                .param("person", personId)
                .query(row -> {});
    }

    void pin(String personId, long questionId, Instant at) {
        jdbc.sql("""
                insert into pinned_question (person_id, question_id, pinned_at) values (:person, :question, :at)
                on conflict do nothing
                """)
                .param("person", personId)
                .param("question", questionId)
                .param("at", Sql.timestamp(at))
                .update();
    }

    boolean unpin(String personId, long questionId) {
        return remove(
                "delete from pinned_question where person_id = :person and question_id = :question",
                personId,
                questionId);
    }

    /** Lets a person be told from now on; the number of the newest result is the one that they know. */
    void watch(String personId, long questionId, Instant at) {
        jdbc.sql("""
                insert into question_watch (person_id, question_id, since, told_number)
                values (:person, :question, :at,
                        (select devices from question_number where question_id = :question order by run_id desc limit 1))
                on conflict do nothing
                """)
                .param("person", personId)
                .param("question", questionId)
                .param("at", Sql.timestamp(at))
                .update();
    }

    boolean unwatch(String personId, long questionId) {
        return remove(
                "delete from question_watch where person_id = :person and question_id = :question",
                personId,
                questionId);
    }

    private boolean remove(String sql, String personId, long questionId) {
        return jdbc.sql(sql)
                        .param("person", personId)
                        .param("question", questionId)
                        .update()
                > 0;
    }

    /** Notes a number for all who watch a question, and returns who knew another one, by that. */
    Map<Long, List<String>> told(long questionId, long devices) {
        Map<Long, List<String>> knew = new TreeMap<>();
        jdbc.sql("""
                with before as (
                    select person_id, told_number from question_watch
                    where question_id = :question and told_number is distinct from :devices for no key update)
                update question_watch w set told_number = :devices
                from before b
                where w.question_id = :question and w.person_id = b.person_id
                returning b.person_id, b.told_number
                """).param("question", questionId).param("devices", devices).query(row -> {
            Long before = row.getObject("told_number", Long.class);
            if (before != null) {
                knew.computeIfAbsent(before, number -> new ArrayList<>()).add(row.getString("person_id"));
            }
        });
        return knew;
    }

    /** Returns another text as soon as a question was saved, changed, removed, pinned or is watched, or no longer: whatever clocks say. */
    String newestKeeping() {
        return jdbc.sql("""
                select concat_ws('/',
                    (select concat_ws(',', count(*), max(id), sum(version)) from named_question),
                    (select concat_ws(',', count(*), sum(hashtextextended(concat_ws(':', question_id, person_id, pinned_at), 0)))
                     from pinned_question),
                    (select concat_ws(',', count(*), sum(hashtextextended(concat_ws(':', question_id, person_id, since), 0)))
                     from question_watch))
                """).query(String.class).single();
    }

    long watches() {
        return jdbc.sql("select count(*) from question_watch").query(Long.class).single();
    }
}
