package org.deviceoffboarding.person.preference;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(String personId, String name) {
        return jdbc.sql("select value from person_preference where person_id = :person and name = :name")
                .param("person", personId)
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Stores a choice; where two pages of one person choose, the later one counts. */
    void put(String personId, String name, String value, Instant at) {
        jdbc.sql("""
                insert into person_preference (person_id, name, value, changed_at)
                values (:person, :name, :value, :at)
                on conflict (person_id, name) do update set value = excluded.value, changed_at = excluded.changed_at
                """)
                .param("person", personId)
                .param("name", name)
                .param("value", value.replace('\0', '\uFFFD')) // which PostgreSQL does not store
                .param("at", Sql.timestamp(at))
                .update();
    }

    void delete(String personId, String name) {
        jdbc.sql("delete from person_preference where person_id = :person and name = :name")
                .param("person", personId)
                .param("name", name)
                .update();
    }
}
