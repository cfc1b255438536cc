package org.deviceoffboarding.ask.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how many devices named questions found, run by run. */
@Repository
class QuestionNumberRepository {

    private final JdbcClient jdbc;

    QuestionNumberRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the numbers of the newest results, the oldest of them first. */
    List<QuestionNumber> newest(long questionId, int most) {
        return newest(List.of(questionId), most).getOrDefault(questionId, List.of());
    }

    /** As {@link #newest(long, int)}, of several questions, by their IDs. */
    Map<Long, List<QuestionNumber>> newest(Collection<Long> questionIds, int most) {
        Map<Long, List<QuestionNumber>> numbers = new HashMap<>();
        jdbc.sql("""
                select n.*
                from unnest(cast(:ids as bigint[])) as q (id)
                    cross join lateral (
                        select * from question_number where question_id = q.id order by run_id desc limit :most) n
                order by n.question_id, n.run_id
                """)
                .param("ids", questionIds.toArray(Long[]::new))
                .param("most", most)
                .query(row -> {
                    QuestionNumber number = toNumber(row, row.getRow());
                    numbers.computeIfAbsent(number.questionId(), id -> new ArrayList<>())
                            .add(number);
                });
        return numbers;
    }

    /**
     * Returns named questions that are to be counted, those that were not for the longest time first: all that were not yet for
     * a run, and those that are pinned or watched and were counted before a time.
     */
    List<NamedQuestion> due(long runId, Instant before, int most) {
        return jdbc.sql("""
                select q.*
                from named_question q
                    left join question_number n on n.question_id = q.id and n.run_id = :run
                where n.question_id is null
                   or n.counted_at < :before
                      and (exists (select from pinned_question p where p.question_id = q.id)
                           or exists (select from question_watch w where w.question_id = q.id))
                order by n.counted_at nulls first, q.id
                limit :most
                """)
                .param("run", runId)
                .param("before", Sql.timestamp(before))
                .param("most", most)
                .query(NamedQuestionRepository::toQuestion)
                .list();
    }

    /** Stores a number, in the place of one that was counted for the same run before. */
    void put(QuestionNumber number) {
        jdbc.sql("""
                insert into question_number (question_id, run_id, counted_at, devices, problem)
                values (:question, :run, :at, :devices, :problem)
                on conflict (question_id, run_id)
                do update set counted_at = excluded.counted_at, devices = excluded.devices, problem = excluded.problem
                """)
                .param("question", number.questionId())
                .param("run", number.runId())
                .param("at", Sql.timestamp(number.countedAt()))
                .param("devices", number.devices())
                .param("problem", number.problem())
                .update();
    }

    /** Forgets the numbers of a question that asks something else from now on, and what people know of them. */
    void beginAnew(long questionId) {
        jdbc.sql("delete from question_number where question_id = :question")
                .param("question", questionId)
                .update();
        jdbc.sql("update question_watch set told_number = null where question_id = :question")
                .param("question", questionId)
                .update();
    }

    /** Forgets all numbers, and what people know of them. */
    void forgetAll() {
        jdbc.sql("delete from question_number").update();
        jdbc.sql("update question_watch set told_number = null where told_number is not null")
                .update();
    }

    long count() {
        return jdbc.sql("select count(*) from question_number")
                .query(Long.class)
                .single();
    }

    /** Returns another text as soon as a question was counted for the newest result, also where the clock that said when is behind. */
    String newestCounting() {
        return jdbc.sql("""
                select concat_ws(',', max(run_id), count(*), sum(hashtextextended(concat_ws(':', question_id, counted_at), 0)))
                from question_number where run_id = (select max(run_id) from question_number)
                """).query(String.class).single();
    }

    private static QuestionNumber toNumber(ResultSet row, int number) throws SQLException {
        return new QuestionNumber(
                row.getLong("question_id"),
                row.getLong("run_id"),
                Sql.instant(row, "counted_at"),
                row.getObject("devices", Long.class),
                row.getString("problem"));
    }
}
