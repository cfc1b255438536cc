package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which entries have no number yet. Sees what is committed, and waits for nobody. */
@Repository
class UnsealedRepository {

    /** More are not counted: they are a backlog. */
    static final int COUNTED = 100_000;

    private final JdbcClient jdbc;

    UnsealedRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps other sealers away until the transaction ends; returns whether there is none at work. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('seal-audit-log', 0))")
                .query(Boolean.class)
                .single();
    }

    /** Lets the transaction fail rather than wait for somebody who keeps another open. */
    void hurry(Duration most) {
        jdbc.sql("select set_config('lock_timeout', :most, true)")
                .param("most", most.toMillis() + "ms")
                .query(row -> {});
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select from audit_unsealed)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Returns those that were stored first. One to which somebody gave a leaf ahead of the log's end can't be numbered, and is passed over.
     *
     * @param size of the tree
     */
    List<UnsealedEntry> first(long size, int limit) {
        return jdbc.sql("""
                select u.entry_id, l.number is not null as sealed
                from audit_unsealed u
                    join audit_entry e on e.id = u.entry_id
                    left join audit_leaf l on l.entry_id = u.entry_id
                where l.number is null or l.number <= :size
                order by u.entry_id
                limit :limit
                """)
                .param("size", size)
                .param("limit", limit)
                .query((row, number) -> new UnsealedEntry(row.getLong("entry_id"), row.getBoolean("sealed")))
                .list();
    }

    /**
     * Takes entries away, which have their numbers by now.
     *
     * @throws IllegalStateException if one was taken away already
     */
    void remove(List<UnsealedEntry> entries) {
        int removed = jdbc.sql("delete from audit_unsealed where entry_id = any(:ids)")
                .param("ids", entries.stream().map(UnsealedEntry::id).toArray(Long[]::new))
                .update();
        if (removed != entries.size()) {
            throw new IllegalStateException("Of " + entries.size() + " entries to be sealed " + removed + " waited");
        }
    }

    /** Counts them, up to {@value #COUNTED}. */
    int count() {
        return jdbc.sql("select count(*) from (select from audit_unsealed limit :most) counted")
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Returns when the one was recorded that was stored first. */
    Optional<Instant> oldest() {
        return jdbc.sql("""
                select e.at from audit_unsealed u join audit_entry e on e.id = u.entry_id
                order by u.entry_id limit 1
                """).query((row, number) -> Sql.instant(row, "at")).optional();
    }
}
