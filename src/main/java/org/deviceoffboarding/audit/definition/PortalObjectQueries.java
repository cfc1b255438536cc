package org.deviceoffboarding.audit.definition;

import java.util.List;

/**
 * Asks for what decides what a query of the portal means, beside its tables, as {@link LogTableQueries} do. What belongs to an extension is
 * left out. In other schemas that are looked in, which others may use as well, only what could be taken for PostgreSQL's own counts.
 */
final class PortalObjectQueries {

    /** Whether an object belongs to no extension. */
    private static final String OWN = """
             not exists (select from pg_depend x
                where x.classid = '%1$s'::regclass and x.objid = %2$s.oid and x.deptype = 'e')
            """;

    /** What administrators and people make has such IDs. */
    private static final String NOT_POSTGRESQLS = ".oid >= 16384::oid ";

    private static final String PLACES = LogTableQueries.LOG + """
            , beside as (select n.oid from pg_namespace n, given where n.nspname::text = any(given.path) and n.nspname <> 'pg_catalog')
            """;

    /** One that could be taken for PostgreSQL's own or the portal's, as one of the same name and of other parameters can. */
    private static final String OVERLOADS = """
             exists (select from pg_proc b
                    where b.proname = p.proname and b.oid <> p.oid
                        and (b.pronamespace = 'pg_catalog'::regnamespace or b.pronamespace = (select oid from portal) and
            """ + OWN.formatted("pg_proc", "b") + """
                    ))
                and not exists (select from pg_proc b
                    where b.proname = p.proname and b.pronamespace = 'pg_catalog'::regnamespace and b.proargtypes = p.proargtypes)
            """;

    /**
     * Whoever owns an extension can add to it what is no part of it; but functions in C only a superuser makes. What is of a type of
     * the extension itself is not taken for PostgreSQL's.
     */
    private static final String ROUTINES =
            PLACES + """
            select '', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                p.oid::regprocedure::text, null, null, null
            from pg_proc p join pg_language l on l.oid = p.prolang
            where (p.pronamespace = (select oid from portal) and p.proname !~ '^audit_' and
            """ + OWN.formatted("pg_proc", "p") + """
                ) or (p.pronamespace in (select oid from beside) and (
            """ + OWN.formatted("pg_proc", "p") + """
                     or l.lanname <> 'c' and not exists (
                        select from unnest(p.proargtypes) a join pg_type t on t.oid = a
                        where t.typnamespace <> 'pg_catalog'::regnamespace))
                    and p.proname !~ '^audit_' and
            """ + OVERLOADS + ")";

    private static final String OPERATORS = PLACES + """
            select '', 'operator', o.oid::regoperator::text, 'by ' || o.oprcode::regprocedure::text, null, null
            from pg_operator o join pg_proc p on p.oid = o.oprcode join pg_language l on l.oid = p.prolang
            where o.oprnamespace in (select oid from beside) and (
            """ + OWN.formatted("pg_operator", "o") + """
                 or l.lanname <> 'c' and not exists (
                    select from pg_type t
                    where t.oid in (o.oprleft, o.oprright) and t.typnamespace <> 'pg_catalog'::regnamespace))
            """;

    private static final String OPERATOR_CLASSES = PLACES + """
            select '', 'operator class', o.opcname || ' for ' || o.opcintype::regtype::text || ' by ' || a.amname, null, null, null
            from pg_opclass o join pg_am a on a.oid = o.opcmethod where o.opcnamespace in (select oid from beside) and
            """ + OWN.formatted("pg_opclass", "o");

    /** A table's row is one, too, and each has an array. */
    private static final String TYPES = PLACES + """
            select '', 'type', t.oid::regtype::text, null, null, null
            from pg_type t left join pg_class c on c.oid = t.typrelid
            where t.typnamespace = (select oid from portal) and t.typtype <> 'm' and (c.oid is null or c.relkind = 'c')
                and not exists (select from pg_type e where e.typarray = t.oid) and
            """ + OWN.formatted("pg_type", "t");

    private static final String CASTS =
            PLACES + """
            select '', 'cast', c.castsource::regtype::text || ' as ' || c.casttarget::regtype::text,
                'by ' || case when c.castfunc = 0 then 'what it is' else c.castfunc::regprocedure::text end, null, null
            from pg_cast c join pg_type s on s.oid = c.castsource join pg_type t on t.oid = c.casttarget
            where s.typnamespace in (select oid from beside union all select 'pg_catalog'::regnamespace)
                and t.typnamespace in (select oid from beside union all select 'pg_catalog'::regnamespace) and c
            """.stripTrailing() + NOT_POSTGRESQLS + "and" + OWN.formatted("pg_cast", "c");

    private static final String CONVERSIONS = PLACES + """
            select '', 'conversion', c.conname::text, 'by ' || c.conproc::regprocedure::text, null, null
            from pg_conversion c where c.connamespace in (select oid from beside) and
            """ + OWN.formatted("pg_conversion", "c");

    /** These run in each session of the portal. Those of other events run where tables are changed. */
    private static final String LOGIN = PLACES + """
            select '', 'event trigger', e.evtname::text, 'at login, by ' || e.evtfoid::regprocedure::text, null, null
            from pg_event_trigger e where e.evtevent = 'login' and e.evtenabled <> 'D' and
            """ + OWN.formatted("pg_event_trigger", "e");

    static final List<String> ALL = List.of(ROUTINES, OPERATORS, OPERATOR_CLASSES, TYPES, CASTS, CONVERSIONS, LOGIN);

    private PortalObjectQueries() {}
}
