package org.deviceoffboarding.person.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DraftRepository {

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the drafts of a place, the newest first. */
    List<Draft> find(DraftPlace place) {
        return jdbc.sql("""
                select field, based_on, text, changed_at from draft
                where person_id = :person and place = :place order by changed_at desc
                """)
                .param("person", place.personId())
                .param("place", place.key())
                .query(DraftRepository::toDraft)
                .list();
    }

    /** Stores a draft; where two pages of one person have the same open, the later one counts. */
    void put(DraftPlace place, Draft draft) {
        jdbc.sql("""
                insert into draft (person_id, place, field, based_on, text, changed_at)
                values (:person, :place, :field, :basedOn, :text, :changedAt)
                on conflict (person_id, place, field, based_on)
                do update set text = excluded.text, changed_at = excluded.changed_at
                """)
                .param("person", place.personId())
                .param("place", place.key())
                .param("field", draft.field())
                .param("basedOn", draft.basedOn())
                .param("text", draft.text().replace('\0', '\uFFFD')) // which PostgreSQL does not store
                .param("changedAt", Sql.timestamp(draft.changedAt()))
                .update();
    }

    void delete(DraftPlace place, String field, String basedOn) {
        jdbc.sql("""
                delete from draft
                where person_id = :person and place = :place and field = :field and based_on = :basedOn
                """)
                .param("person", place.personId())
                .param("place", place.key())
                .param("field", field)
                .param("basedOn", basedOn)
                .update();
    }

    void deleteAll(DraftPlace place) {
        jdbc.sql("delete from draft where person_id = :person and place = :place")
                .param("person", place.personId())
                .param("place", place.key())
                .update();
    }

    void deleteChangedBefore(Instant time) {
        jdbc.sql("delete from draft where changed_at < :time")
                .param("time", Sql.timestamp(time))
                .update();
    }

    private static Draft toDraft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("field"),
                row.getString("based_on"),
                row.getString("text"),
                Sql.instant(row, "changed_at"));
    }
}
