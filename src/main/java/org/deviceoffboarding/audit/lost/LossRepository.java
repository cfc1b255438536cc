package org.deviceoffboarding.audit.lost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the log's own entries say of lost checkpoints. */
@Repository
class LossRepository {

    /** Entries that say to be a confirmation. */
    private static final String CONFIRMATIONS = """
            select id, at, case when jsonb_typeof(details -> 'signed') = 'array' then (
                select coalesce(string_agg(line, e'\\n' order by place), '')
                from jsonb_array_elements_text(details -> 'signed') with ordinality lines (line, place)) else '' end as signed
            from audit_entry where action = '%s' and result = 'DONE'
            """.formatted(LossConfirmed.NAME);

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

    /**
     * What says to be a confirmation, which anybody may have added who can write to the database.
     *
     * @param signed what counts
     */
    record Confirmation(long id, Instant at, String signed) {}

    /** Returns the newest that were recorded from a time to another, the newest first. */
    List<Confirmation> newestConfirmations(Instant from, Instant until, int most) {
        return confirmations(
                "and at >= :from and at <= :until order by at desc, id desc limit :most", from, 0, until, most);
    }

    /** Returns the first that were recorded from a time to another. */
    List<Confirmation> confirmationsFrom(Instant from, Instant until, int most) {
        return confirmations("and at >= :from and at <= :until order by at, id limit :most", from, 0, until, most);
    }

    /** Returns the next behind another, up to a time. */
    List<Confirmation> confirmationsBehind(Confirmation last, Instant until, int most) {
        return confirmations(
                "and (at, id) > (:from, :id) and at <= :until order by at, id limit :most",
                last.at(),
                last.id(),
                until,
                most);
    }

    private List<Confirmation> confirmations(String which, Instant from, long id, Instant until, int most) {
        return jdbc.sql(CONFIRMATIONS + which)
                .param("from", Sql.timestamp(from))
                .param("id", id)
                .param("until", Sql.timestamp(until))
                .param("most", most)
                .query(LossRepository::confirmation)
                .list();
    }

    /** Returns one of them; nothing where it is not there. */
    Optional<Confirmation> confirmation(long id) {
        return jdbc.sql(CONFIRMATIONS + "and id = :id")
                .param("id", id)
                .query(LossRepository::confirmation)
                .optional();
    }

    private static Confirmation confirmation(ResultSet row, int number) throws SQLException {
        return new Confirmation(row.getLong("id"), Sql.instant(row, "at"), row.getString("signed"));
    }
}
