package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Returns the rows without a number that were stored first. */
    List<Long> first(int limit) {
        List<Long> waiting = new ArrayList<>();
        List<Long> next = behind(Long.MIN_VALUE, limit);
        while (!next.isEmpty() && waiting.size() < limit) {
            Long[] ids = next.toArray(Long[]::new);
            Set<Long> stored = among("select id from audit_entry where id = any(:ids)", ids);
            Set<Long> numbered = among("select entry_id from audit_leaf where entry_id = any(:ids)", ids);
            next.stream()
                    .filter(id -> stored.contains(id) && !numbered.contains(id))
                    .forEach(waiting::add);
            next = next.size() < limit ? List.of() : behind(next.getLast(), limit);
        }
        return waiting.size() > limit ? waiting.subList(0, limit) : waiting;
    }

    private List<Long> behind(long id, int limit) {
        return jdbc.sql("select entry_id from audit_unsealed where entry_id > :id order by entry_id limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Asks for many by one array: an index is gone through once, in its order, where a join would begin at its root for each. */
    private Set<Long> among(String sql, Long[] ids) {
        return new HashSet<>(jdbc.sql(sql).param("ids", ids).query(Long.class).list());
    }

    /**
     * Returns rows that have their numbers, and that somebody kept from being taken away, or said to wait again. One to which somebody gave
     * a leaf ahead of the log's end is none.
     *
     * @param size of the tree
     */
    List<Long> numbered(long size, int limit) {
        return jdbc.sql("""
                select u.entry_id from audit_unsealed u
                where (select l.number from audit_leaf l where l.entry_id = u.entry_id) <= :size
                order by u.entry_id
                limit :limit
                """)
                .param("size", size)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Takes those of some rows away that nobody ever locked; returns which these were. Locks of others are not waited for. */
    List<Long> removeUntouched(List<Long> ids) {
        return jdbc.sql("delete from audit_unsealed where entry_id = any(:ids) and xmax = '0'::xid returning entry_id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** Takes rows away; returns how many there were. */
    int remove(List<Long> ids) {
        return jdbc.sql("delete from audit_unsealed where entry_id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /**
     * Counts them, up to {@value #COUNTED}.
     *
     * @param size of the tree
     */
    int count(long size) {
        return jdbc.sql("""
                select count(*) from (
                    select from audit_unsealed u
                    where ((select l.number from audit_leaf l where l.entry_id = u.entry_id) <= :size) is not true
                    limit :most) counted
                """)
                .param("size", size)
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    /**
     * Returns when the one was recorded that was stored first.
     *
     * @param size of the tree
     */
    Optional<Instant> oldest(long size) {
        return jdbc.sql("""
                select e.at from audit_unsealed u join audit_entry e on e.id = u.entry_id
                where ((select l.number from audit_leaf l where l.entry_id = u.entry_id) <= :size) is not true
                order by u.entry_id limit 1
                """)
                .param("size", size)
                .query((row, number) -> Sql.instant(row, "at"))
                .optional();
    }
}
