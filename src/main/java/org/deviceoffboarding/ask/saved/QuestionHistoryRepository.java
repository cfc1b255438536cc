package org.deviceoffboarding.ask.saved;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuestionHistoryRepository {

    private final JdbcClient jdbc;

    QuestionHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what a person asked, the latest first. */
    List<AskedQuestion> of(String personId, int most) {
        return jdbc.sql("""
                select prompt, asked_at from question_history where person_id = :person order by asked_at desc, prompt limit :most
                """)
                .param("person", personId)
                .param("most", most)
                .query((row, number) -> new AskedQuestion(row.getString("prompt"), Sql.instant(row, "asked_at")))
                .list();
    }

    /** Stores what a person asked, as the latest of what they asked. */
    void put(String personId, String prompt, Instant at) {
        jdbc.sql("""
                insert into question_history (person_id, prompt, asked_at) values (:person, :prompt, :at)
                on conflict (person_id, prompt) do update set asked_at = greatest(question_history.asked_at, excluded.asked_at)
                """)
                .param("person", personId)
                .param("prompt", prompt)
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Forgets what a person asked before the latest ones. */
    void keepLatest(String personId, int most) {
        jdbc.sql("""
                delete from question_history where person_id = :person and prompt in (
                    select prompt from question_history where person_id = :person order by asked_at desc, prompt offset :most)
                """).param("person", personId).param("most", most).update();
    }

    void deleteOf(String personId) {
        jdbc.sql("delete from question_history where person_id = :person")
                .param("person", personId)
                .update();
    }

    void deleteAskedBefore(Instant time) {
        jdbc.sql("delete from question_history where asked_at < :time")
                .param("time", Sql.timestamp(time))
                .update();
    }
}
