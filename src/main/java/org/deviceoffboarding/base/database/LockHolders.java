package org.deviceoffboarding.base.database;

/** How queries of PostgreSQL's locks name who holds one, for people. Of others' sessions not everything is shown to every role. */
public final class LockHolders {

    /** Who has it, of {@code a}, the session. */
    public static final String SESSION = """
            format('process %s of PostgreSQL (user %s, application %s, connected since %s UTC)', a.pid, a.usename,
                coalesce(nullif(quote_literal(a.application_name), ''''''), 'unnamed'),
                to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'))
            """;

    /** The same of {@code l}, a lock, and {@code a}, its session, which a prepared transaction has none of. */
    public static final String SESSION_OR_PREPARED =
            "case when l.pid is null then 'a prepared transaction of PostgreSQL (see pg_prepared_xacts)' else "
                    + SESSION + " end ";

    /** The rows of {@code l} and {@code a}, of who has the advisory lock {@code :lock} in this database. */
    public static final String OF_ADVISORY = """
             from pg_locks l left join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
                and l.database = (select oid from pg_database where datname = current_database())
                and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(:lock, 0)
            """;

    private LockHolders() {}
}
