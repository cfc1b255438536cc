package org.deviceoffboarding.audit.verification;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class VerificationRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    VerificationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(LogVerification verification) {
        jdbc.sql("""
                insert into audit_verification (began_at, ended_at, actor_id, actor_name, behind, size, proved_size, proved_at,
                    unsealed, oldest_unsealed, misfits, remarks)
                values (:began, :ended, :actorId, :actorName, :behind, :size, :provedSize, :provedAt, :unsealed, :oldest,
                    cast(:misfits as jsonb), :remarks)
                """)
                .param("began", Sql.timestamp(verification.beganAt()))
                .param("ended", Sql.timestamp(verification.endedAt()))
                .param("actorId", verification.by().id())
                .param("actorName", Sql.text(verification.by().name()))
                .param("behind", verification.behind())
                .param("size", verification.size())
                .param("provedSize", verification.provedSize())
                .param("provedAt", timestamp(verification.provedAt()))
                .param("unsealed", verification.unsealed())
                .param("oldest", timestamp(verification.oldestUnsealed()))
                .param("misfits", JSON.writeValueAsString(verification.misfits()))
                .param("remarks", verification.remarks().toArray(String[]::new))
                .update();
    }

    /** Returns the newest. */
    Optional<LogVerification> latest() {
        return jdbc.sql("select * from audit_verification order by id desc limit 1")
                .query(VerificationRepository::read)
                .optional();
    }

    /** Returns the newest of those that found something since everything was verified and good. */
    Optional<LogVerification> latestMisfit() {
        return jdbc.sql("""
                select * from audit_verification
                where misfits <> '[]' and id > (
                    select coalesce(max(id), 0) from audit_verification where behind = 0 and misfits = '[]')
                order by id desc limit 1
                """).query(VerificationRepository::read).optional();
    }

    private static LogVerification read(ResultSet row, int number) throws SQLException {
        return new LogVerification(
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("ended_at").toInstant(),
                new Actor(row.getString("actor_id"), row.getString("actor_name")),
                row.getLong("behind"),
                row.getLong("size"),
                row.getLong("proved_size"),
                instant(row.getTimestamp("proved_at")),
                row.getLong("unsealed"),
                instant(row.getTimestamp("oldest_unsealed")),
                JSON.readValue(row.getString("misfits"), new TypeReference<List<Misfit>>() {}),
                strings(row.getArray("remarks")));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Object timestamp(@Nullable Instant at) {
        return at == null ? null : Sql.timestamp(at);
    }
}
