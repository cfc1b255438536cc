package org.deviceoffboarding.person.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftRepository {

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the drafts of a place that no later opening goes on with, but its own, the newest first. */
    List<Draft> find(DraftPlace place) {
        return at(place, """
                select * from draft
                where person_id = :person and place = :place and opening <> :opening and taken_by is null
                order by changed_at desc
                """).query(DraftRepository::toDraft).list();
    }

    /** Returns the drafts that an opening keeps, whoever goes on with them. */
    List<Draft> own(DraftPlace place) {
        return at(place, "select * from draft where person_id = :person and place = :place and opening = :opening")
                .query(DraftRepository::toDraft)
                .list();
    }

    /** Stores a draft of an opening, which is then nobody else's. */
    void put(DraftPlace place, String field, String basedOn, String text, Instant changedAt) {
        at(place, """
                insert into draft (person_id, place, opening, field, based_on, text, changed_at)
                values (:person, :place, :opening, :field, :basedOn, :text, :changedAt)
                on conflict (person_id, place, field, based_on, opening)
                do update set text = excluded.text, changed_at = excluded.changed_at, taken_by = null, taken_at = null
                """)
                .param("field", field)
                .param("basedOn", basedOn)
                .param("text", text.replace('\0', '\uFFFD')) // which PostgreSQL does not store
                .param("changedAt", Sql.timestamp(changedAt))
                .update();
    }

    /** Notes that an opening goes on with another one's draft, unless that says something else by now, and with all that this one took up. */
    void take(DraftPlace place, Draft other, Instant now) {
        which(place, other, "update draft set taken_by = :opening, taken_at = :now")
                .param("opening", place.opening())
                .param("now", Sql.timestamp(now))
                .update();
    }

    /** Deletes another opening's draft, unless it says something else by now, and all that this one took up. */
    void delete(DraftPlace place, Draft other) {
        which(place, other, "delete from draft").update();
    }

    private JdbcClient.StatementSpec which(DraftPlace place, Draft other, String what) {
        return jdbc.sql(what + """
                 where person_id = :person and place = :place and field = :field and based_on = :basedOn
                    and (opening = :other and text = :text or taken_by = :other)
                """)
                .param("person", place.personId())
                .param("place", place.key())
                .param("field", other.field())
                .param("basedOn", other.basedOn())
                .param("other", other.opening())
                .param("text", other.text());
    }

    void delete(DraftPlace place, String field, String basedOn) {
        at(place, """
                delete from draft
                where person_id = :person and place = :place and opening = :opening and field = :field
                    and based_on = :basedOn
                """).param("field", field).param("basedOn", basedOn).update();
    }

    /** Deletes what an opening keeps and what it went on with. */
    void deleteAll(DraftPlace place) {
        at(place, """
                delete from draft
                where person_id = :person and place = :place and (opening = :opening or taken_by = :opening)
                """).update();
    }

    private JdbcClient.StatementSpec at(DraftPlace place, String sql) {
        return jdbc.sql(sql)
                .param("person", place.personId())
                .param("place", place.key())
                .param("opening", place.opening());
    }

    void deleteTakenBefore(Instant time) {
        jdbc.sql("delete from draft where taken_at < :time")
                .param("time", Sql.timestamp(time))
                .update();
    }

    void deleteChangedBefore(Instant time) {
        jdbc.sql("delete from draft where changed_at < :time")
                .param("time", Sql.timestamp(time))
                .update();
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("opening", UUID.class),
                row.getString("field"),
                row.getString("based_on"),
                row.getString("text"),
                Sql.instant(row, "changed_at"));
    }
}
