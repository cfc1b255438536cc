package org.deviceoffboarding.graph;

import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
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

    /** Reads the room of a person and locks it until the transaction ends; all of it where nobody wrote before. */
    RateLimitState lock(String personId) {
        var fullAt = new HashMap<String, Instant>();
        jdbc.sql("""
                insert into write_pace (scope, free_at) values (:person, 'epoch'), (:app, 'epoch')
                on conflict (scope) do update set free_at = write_pace.free_at
                returning scope, free_at
                """).param("person", scope(personId)).param("app", APP).query(row -> {
            fullAt.put(row.getString("scope"), Sql.instant(row, "free_at"));
        });
        return new RateLimitState(
                Objects.requireNonNull(fullAt.get(scope(personId))), Objects.requireNonNull(fullAt.get(APP)));
    }

    /** Stores the room of a person that is locked. */
    void store(String personId, RateLimitState room) {
        jdbc.sql("""
                update write_pace set free_at = case scope when :app then :appFree else :personFree end
                where scope in (:person, :app)
                """)
                .param("person", scope(personId))
                .param("personFree", Sql.timestamp(room.person()))
                .param("app", APP)
                .param("appFree", Sql.timestamp(room.app()))
                .update();
    }

    /** Lets the person's room be free at a point in time, or later if that is stored. */
    void putOff(String personId, Instant fullAt) {
        jdbc.sql("""
                insert into write_pace (scope, free_at) values (:person, :fullAt)
                on conflict (scope) do update set free_at = greatest(write_pace.free_at, excluded.free_at)
                """)
                .param("person", scope(personId))
                .param("fullAt", Sql.timestamp(fullAt))
                .update();
    }

    private static String scope(String personId) {
        return "person:" + personId;
    }
}
