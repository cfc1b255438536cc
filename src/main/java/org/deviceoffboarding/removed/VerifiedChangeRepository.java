package org.deviceoffboarding.removed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VerifiedChangeRepository {

    private final JdbcClient jdbc;

    VerifiedChangeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(VerifiedChange change) {
        jdbc.sql("""
                insert into verified_change (object_id, kind, done_at, verified_at, request_id, written_by)
                values (:object, :kind, :done, :verified, :request, pg_current_xact_id())
                on conflict (object_id) do update
                set kind = excluded.kind, done_at = excluded.done_at, verified_at = excluded.verified_at,
                    request_id = excluded.request_id, written_by = excluded.written_by
                """)
                .param("object", change.objectId())
                .param("kind", change.kind().name())
                .param("done", Sql.timestamp(change.doneAt()))
                .param("verified", Sql.timestamp(change.verifiedAt()))
                .param("request", change.requestId())
                .update();
    }

    List<VerifiedChange> since(Instant time) {
        return jdbc.sql("select * from verified_change where verified_at >= :time order by verified_at, object_id")
                .param("time", Sql.timestamp(time))
                .query(VerifiedChangeRepository::toChange)
                .list();
    }

    String seen() {
        return jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    List<VerifiedChange> since(Instant time, String seen) {
        return jdbc.sql("""
                select * from verified_change
                where verified_at >= :time
                   or written_by >= pg_snapshot_xmin(cast(:seen as pg_snapshot))
                      and not pg_visible_in_snapshot(written_by, cast(:seen as pg_snapshot))
                order by verified_at, object_id
                """)
                .param("time", Sql.timestamp(time))
                .param("seen", seen)
                .query(VerifiedChangeRepository::toChange)
                .list();
    }

    List<VerifiedChange> find(Collection<UUID> objectIds) {
        return jdbc.sql("select * from verified_change where object_id = any(:objects)")
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(VerifiedChangeRepository::toChange)
                .list();
    }

    private static VerifiedChange toChange(ResultSet row, int number) throws SQLException {
        return new VerifiedChange(
                row.getObject("object_id", UUID.class),
                VerifiedChange.Kind.valueOf(row.getString("kind")),
                Sql.instant(row, "done_at"),
                Sql.instant(row, "verified_at"),
                row.getLong("request_id"));
    }
}
