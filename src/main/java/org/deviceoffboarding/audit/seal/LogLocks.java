package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.base.database.LockHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for who has locked tables of the log: whatever the portal does stores an entry, and waits for that. Waits for nobody itself. */
@Component
class LogLocks {

    private static final String HELD = """
            select distinct on (c.relname, l.pid, l.virtualtransaction) c.relname::text as name, l.mode = 'AccessExclusiveLock' as read_too,
            """ + LockHolders.SESSION_OR_PREPARED + """
                as holder
            from pg_locks l join pg_class c on c.oid = l.relation left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'relation' and l.granted and l.mode = any(:modes)
                and l.database = (select oid from pg_database where datname = current_database())
                and c.relnamespace = to_regnamespace(quote_ident(current_schema())) and c.relname ~ '^audit_' and c.relkind in ('r', 'p')
                and l.pid is distinct from pg_backend_pid() and a.backend_type is distinct from 'autovacuum worker'
                and coalesce(a.xact_start, '-infinity') <= clock_timestamp() - make_interval(secs => :seconds)
            order by c.relname, l.pid, l.virtualtransaction, read_too desc
            limit 5
            """;

    /**
     * Who locks a row is written into the row, unless it is several who share it: but a lock on a row takes one on its table, too, which of
     * all that use this table nobody else takes.
     */
    private static final String OF_ROWS = "select " + LockHolders.SESSION_OR_PREPARED + """
             from (
                select l.pid, l.virtualtransaction from pg_locks l
                where l.locktype = 'relation' and l.granted and l.mode = 'RowShareLock' and l.relation = 'audit_unsealed'::regclass
                    and l.database = (select oid from pg_database where datname = current_database())
                union
                select l.pid, l.virtualtransaction
                from (select distinct u.xmax as xid from audit_unsealed u where u.xmax <> '0'::xid) locked
                    join pg_locks l on l.locktype = 'transactionid' and l.granted and l.transactionid = locked.xid) l
                left join pg_stat_activity a on a.pid = l.pid
            where l.pid is distinct from pg_backend_pid()
                and coalesce(a.xact_start, '-infinity') <= clock_timestamp() - make_interval(secs => :seconds)
            order by l.pid limit 3
            """;

    private static final String EXCLUSIVE = "AccessExclusiveLock";

    /** With these nothing can be stored. */
    private static final List<String> STRONG =
            List.of("ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", EXCLUSIVE);

    private final JdbcClient jdbc;

    LogLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns who keeps entries, or what makes them provable, from being stored, a sentence for each.
     *
     * @param least since when its transaction has to be open
     */
    List<String> againstStoring(Duration least) {
        return held(STRONG, least);
    }

    /** Returns who keeps the log from being read, a sentence for each. */
    List<String> againstReading() {
        return held(List.of(EXCLUSIVE), Duration.ZERO);
    }

    /**
     * Returns who locks rows of entries that wait, a sentence for each: they are sealed all the same.
     *
     * @param least since when its transaction has to be open
     */
    List<String> ofRows(Duration least) {
        return jdbc.sql(OF_ROWS).param("seconds", least.toSeconds()).query(String.class).list().stream()
                .map(holder ->
                        "Rows of the table audit_unsealed are locked by %s: what they stand for is sealed all the same, but they can't be taken away. Find out whose it is, and end it."
                                .formatted(holder))
                .toList();
    }

    private List<String> held(List<String> modes, Duration least) {
        return jdbc.sql(HELD)
                .param("modes", modes.toArray(String[]::new))
                .param("seconds", least.toSeconds())
                .query((row, number) ->
                        sentence(row.getString("name"), row.getBoolean("read_too"), row.getString("holder")))
                .list();
    }

    private static String sentence(String table, boolean readToo, String holder) {
        return "The table %s is locked by %s, so that nothing can be stored in it%s: whatever needs it waits, and fails. Find out whose it is, and end it."
                .formatted(table, holder, readToo ? " or read from it" : "");
    }
}
