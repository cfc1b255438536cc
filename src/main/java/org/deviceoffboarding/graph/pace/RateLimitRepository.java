package org.deviceoffboarding.graph.pace;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateLimitRepository {

    private static final String APP = "app";

    private final JdbcClient jdbc;

    RateLimitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the room of a person, and of the app, until the transaction ends. */
    void lock(String personId) {
        jdbc.sql("""
                insert into write_pace (scope, free_at) values (:person, 'epoch'), (:app, 'epoch')
                on conflict (scope) do update set free_at = write_pace.free_at
                """).param("person", scope(personId)).param("app", APP).update();
    }

    /** Returns when the app's bucket is full again; long ago where nobody wrote before. */
    Instant appFullAt() {
        return freeAt(APP);
    }

    void storeApp(Instant fullAt) {
        jdbc.sql("update write_pace set free_at = :fullAt where scope = :app")
                .param("app", APP)
                .param("fullAt", Sql.timestamp(fullAt))
                .update();
    }

    TakenSlots taken(String personId, Instant now) {
        List<TakenSlots.Batch> batches = jdbc.sql(
                        "select slots, answered, free_at from write_slot where person_id = :person and free_at > :now")
                .param("person", personId)
                .param("now", Sql.timestamp(now))
                .query((row, number) -> new TakenSlots.Batch(
                        row.getInt("slots"), row.getBoolean("answered"), Sql.instant(row, "free_at")))
                .list();
        return new TakenSlots(freeAt(scope(personId)), batches);
    }

    /** Takes slots until a point in time, or until they are answered; forgets those of the person that are free. */
    long take(String personId, int slots, Instant now, Instant freeAt) {
        jdbc.sql("delete from write_slot where person_id = :person and free_at <= :now")
                .param("person", personId)
                .param("now", Sql.timestamp(now))
                .update();
        return jdbc.sql("""
                insert into write_slot (person_id, slots, free_at) values (:person, :slots, :freeAt) returning id
                """)
                .param("person", personId)
                .param("slots", slots)
                .param("freeAt", Sql.timestamp(freeAt))
                .query(Long.class)
                .single();
    }

    void answered(long id, Instant freeAt) {
        jdbc.sql("update write_slot set answered = true, free_at = :freeAt where id = :id")
                .param("id", id)
                .param("freeAt", Sql.timestamp(freeAt))
                .update();
    }

    /** Lets nothing of a person be sent before a point in time, or a later one that is stored. */
    void putOff(String personId, Instant until) {
        jdbc.sql("""
                insert into write_pace (scope, free_at) values (:person, :until)
                on conflict (scope) do update set free_at = greatest(write_pace.free_at, excluded.free_at)
                """)
                .param("person", scope(personId))
                .param("until", Sql.timestamp(until))
                .update();
    }

    private Instant freeAt(String scope) {
        return jdbc.sql("select free_at from write_pace where scope = :scope")
                .param("scope", scope)
                .query((row, number) -> Sql.instant(row, "free_at"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    private static String scope(String personId) {
        return "person:" + personId;
    }
}
