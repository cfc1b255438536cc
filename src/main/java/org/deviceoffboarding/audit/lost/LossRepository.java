package org.deviceoffboarding.audit.lost;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the log's own entries say of lost checkpoints. */
@Repository
class LossRepository {

    /** More of them nobody looks at: whoever can write to the database may have put there what they like. */
    private static final int FEW = 50;

    private final JdbcClient jdbc;

    LossRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else confirm until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit-lost-checkpoints', 0))")
                .query(row -> {});
    }

    /**
     * Returns when it was noticed last. What says to be noticed later than now somebody put there: no verification could ever follow.
     *
     * @param until now, and as far as portals' clocks differ
     */
    Optional<Instant> noticed(Instant until) {
        return jdbc.sql("""
                select at from audit_entry where action = 'audit.checkpoints-lost' and at <= :until
                order by at desc, id desc limit 1
                """)
                .param("until", Sql.timestamp(until))
                .query((row, number) -> Sql.instant(row, "at"))
                .optional();
    }

    /** Returns what says to be a confirmation and was recorded from a time on, the newest first, as it is signed. */
    List<String> confirmations(Instant from) {
        return jdbc.sql("""
                select case when jsonb_typeof(details -> 'signed') = 'array' then (
                    select coalesce(string_agg(line, e'\\n' order by place), '')
                    from jsonb_array_elements_text(details -> 'signed') with ordinality lines (line, place)) else '' end
                from audit_entry where action = :action and at >= :from order by at desc, id desc limit :few
                """)
                .param("action", LossConfirmed.NAME)
                .param("from", Sql.timestamp(from))
                .param("few", FEW)
                .query(String.class)
                .list();
    }
}
