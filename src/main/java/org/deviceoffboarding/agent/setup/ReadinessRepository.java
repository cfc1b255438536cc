package org.deviceoffboarding.agent.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReadinessRepository {

    private final JdbcClient jdbc;

    ReadinessRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is known, by what it is about; empty where nobody looked yet. */
    Map<String, KnownReadiness> all() {
        return jdbc.sql("select * from agent_readiness").query(ReadinessRepository::toKnown).list().stream()
                .collect(Collectors.toMap(known -> known.finding().needed(), Function.identity()));
    }

    /** Returns when anybody last looked; nothing if nobody did. */
    Optional<Instant> checkedAt() {
        return jdbc.sql("select max(checked_at) as at from agent_readiness having count(*) > 0")
                .query((row, number) -> Sql.instant(row, "at"))
                .optional();
    }

    /** Lets nobody else store findings until the end of the transaction; returns the ID of whose identity the agent has. */
    Optional<String> hold() {
        return jdbc.sql("select identity_id from agent for no key update")
                .query(String.class)
                .optional();
    }

    /** Forgets all: it was of another identity. */
    void forget() {
        jdbc.sql("delete from agent_readiness").update();
    }

    /** Stores what was found, unless somebody who began later has stored what they found already. */
    void store(List<ReadinessFinding> findings, Instant began) {
        for (ReadinessFinding finding : findings) {
            jdbc.sql("""
                    insert into agent_readiness as known (needed, state, works, said, definite, checked_at, changed_at)
                    values (:needed, :state, :works, :said, nullif(:state, 'UNKNOWN'), :at, :at)
                    on conflict (needed) do update set
                        state = excluded.state, works = excluded.works, said = excluded.said,
                        definite = coalesce(excluded.definite, known.definite), checked_at = excluded.checked_at,
                        changed_at = case when known.state = excluded.state and known.works = excluded.works
                                          then known.changed_at else excluded.changed_at end
                    where known.checked_at <= excluded.checked_at
                    """)
                    .param("needed", finding.needed())
                    .param("state", finding.state().name())
                    .param("works", finding.works().name())
                    .param("said", Sql.text(finding.said()))
                    .param("at", Sql.timestamp(began))
                    .update();
        }
    }

    private static KnownReadiness toKnown(ResultSet row, int number) throws SQLException {
        String definite = row.getString("definite");
        return new KnownReadiness(
                new ReadinessFinding(
                        row.getString("needed"),
                        ReadinessState.valueOf(row.getString("state")),
                        ReadinessState.valueOf(row.getString("works")),
                        row.getString("said")),
                definite == null ? null : ReadinessState.valueOf(definite),
                Sql.instant(row, "checked_at"),
                Sql.instant(row, "changed_at"));
    }
}
