package org.deviceoffboarding.audit.definition;

import java.util.List;

/**
 * Asks for what the log's tables and functions are like. Each query takes the portal's schema and all that are looked in, and returns the
 * table, what kind of thing it is, its name, its definition, and of functions their body or their source.
 */
final class LogTableQueries {

    static final String LOG = """
            with given as (select cast(? as text) as schema, cast(? as text[]) as path),
            portal as (select n.oid from pg_namespace n join given on n.nspname::text = given.schema),
            log as (
                select c.* from pg_class c join portal on c.relnamespace = portal.oid
                where c.relname ~ '^audit_' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S'))
            """;

    private static final String RELATIONS = LOG + """
            select '', case log.relkind when 'S' then 'sequence' else 'table' end, log.relname::text,
                concat_ws(', ',
                    case log.relkind when 'p' then 'partitioned' when 'v' then 'a view' when 'm' then 'a materialized view'
                        when 'f' then 'a foreign table' end,
                    case log.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' end,
                    'kept by ' || nullif(am.amname, 'heap'),
                    case when log.relkind in ('v', 'm') then log.reloptions::text end),
                null, null
            from log left join pg_am am on am.oid = log.relam
            """;

    private static final String ROW_SECURITY = LOG + """
            select log.relname::text, 'row level security', '',
                case when not log.relrowsecurity then 'forced as soon as it is on'
                    when log.relforcerowsecurity then 'on, for its owner, too' else 'on' end, null, null
            from log where log.relrowsecurity or log.relforcerowsecurity
            """;

    private static final String POLICIES = LOG + """
            select log.relname::text, 'row level security policy', p.polname::text,
                concat_ws(' ', case when p.polpermissive then 'permissive' else 'restrictive' end,
                    case p.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update'
                        when 'd' then 'for delete' else 'for all' end,
                    'using ' || pg_get_expr(p.polqual, p.polrelid), 'with check ' || pg_get_expr(p.polwithcheck, p.polrelid)),
                null, null
            from log join pg_policy p on p.polrelid = log.oid
            """;

    private static final String RULES = LOG + """
            select log.relname::text, 'rewrite rule', r.rulename::text,
                concat_ws(' ', pg_get_ruledef(r.oid), case when r.ev_enabled <> 'O' then '(' || r.ev_enabled::text || ')' end),
                null, null
            from log join pg_rewrite r on r.ev_class = log.oid
            """;

    private static final String HEIRS = LOG + """
            select log.relname::text, case when i.inhparent = log.oid then 'heir or partition' else 'parent' end,
                case when i.inhparent = log.oid then i.inhrelid else i.inhparent end::regclass::text, null, null, null
            from log join pg_inherits i on log.oid in (i.inhparent, i.inhrelid)
            """;

    private static final String TRIGGERS = LOG + """
            select log.relname::text, 'trigger', t.tgname::text,
                concat_ws(', ', pg_get_triggerdef(t.oid),
                    case t.tgenabled when 'O' then null when 'D' then 'disabled' when 'A' then 'always' else 'on replicas only' end),
                null, null
            from log join pg_trigger t on t.tgrelid = log.oid
            where not t.tgisinternal
            """;

    /** A catalogued not-null constraint is said of its column: PostgreSQL has none before version 18. */
    private static final String CONSTRAINTS = LOG + """
            select log.relname::text, 'constraint', c.conname::text,
                concat_ws(', ', pg_get_constraintdef(c.oid),
                    case when exists (select from pg_trigger t where t.tgconstraint = c.oid and t.tgisinternal and t.tgenabled <> 'O')
                        then 'not enforced' end,
                    case when not (i.indisvalid and i.indisready and i.indislive) then 'its index is not valid' end),
                null, null
            from log join pg_constraint c on c.conrelid = log.oid
                left join pg_index i on i.indexrelid = c.conindid and c.contype <> 'f'
            where c.contype not in ('n', 't')
            """;

    private static final String INDEXES = LOG + """
            select log.relname::text, case when i.indisunique then 'unique index' else 'index' end, x.relname::text,
                concat_ws(', ', pg_get_indexdef(i.indexrelid),
                    case when not (i.indisvalid and i.indisready and i.indislive) then 'not valid' end),
                null, null
            from log join pg_index i on i.indrelid = log.oid join pg_class x on x.oid = i.indexrelid
            where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
            """;

    private static final String COLUMNS = LOG + """
            select log.relname::text, 'column', a.attname::text,
                concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                    case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation::text end,
                    case when a.attnotnull then 'not null' end,
                    case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end,
                    case a.attidentity when 'a' then 'always identity' when 'd' then 'by default identity' end,
                    'as ' || pg_get_expr(d.adbin, d.adrelid)),
                null, null
            from log join pg_attribute a on a.attrelid = log.oid join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where log.relkind <> 'S' and a.attnum > 0 and not a.attisdropped
            """;

    private static final String FUNCTIONS = LOG + """
            select '', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end, p.oid::regprocedure::text,
                concat_ws(', ', 'returns ' || pg_get_function_result(p.oid), 'language ' || l.lanname,
                    case p.provolatile when 'i' then 'immutable' when 's' then 'stable' else 'volatile' end,
                    case when p.proisstrict then 'strict' end, case when p.prosecdef then 'security definer' end,
                    case when p.proleakproof then 'leakproof' end, array_to_string(p.proconfig, ', '), 'library ' || p.probin),
                pg_get_function_sqlbody(p.oid), p.prosrc
            from pg_proc p join portal on p.pronamespace = portal.oid join pg_language l on l.oid = p.prolang
            where p.proname ~ '^audit_'
            """;

    static final List<String> ALL = List.of(
            RELATIONS, ROW_SECURITY, POLICIES, RULES, HEIRS, TRIGGERS, CONSTRAINTS, INDEXES, COLUMNS, FUNCTIONS);

    private LogTableQueries() {}
}
