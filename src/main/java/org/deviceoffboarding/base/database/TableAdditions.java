package org.deviceoffboarding.base.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds what the portal's role could have put on tables of its own, and no migration did: whoever changes rows of such a table carries it out, with
 * their own rights. It goes by what a function may do, not by how an expression reads, which differs between versions: those that PostgreSQL
 * brings stand in no list of dependencies, but in the expressions themselves, which say the OID of each. What can do nothing but
 * compute is let pass, and what a trigger or a policy has PostgreSQL do is not.
 */
final class TableAdditions {

    /** What a migration may have had a column filled with: numbers, identifiers, the time. None of them changes anything of another. */
    private static final String HARMLESS = """
            'nextval', 'currval', 'lastval', 'gen_random_uuid', 'uuidv4', 'uuidv7', 'random', 'random_normal', 'clock_timestamp', 'timeofday'
            """;

    /** Not volatile, and yet they carry out what a view says. */
    private static final String ASKS = "'^(table|schema|database)_to_xml'";

    /** Of the function {@code p} in the schema {@code n}: as {@link KnownRoutines#MADE} has it. */
    private static final String IS_KNOWN =
            "n.nspname = :schema and " + KnownRoutines.SIGNATURE + " = any (cast(:known as text[]))";

    private static final String FOUND = """
            with recursive reached as (
                select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in (:schema, :copies)
                union
                select i.inhrelid from pg_inherits i join reached on reached.oid = i.inhparent
            ), own as (
                select c.oid, case when n.nspname = :schema then '' else n.nspname || '.' end || c.relname as name
                from reached join pg_class c on c.oid = reached.oid join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'f', 'v', 'm') and pg_has_role(:portal, c.relowner, 'MEMBER')
            ), expressions as (
                select case when a.attgenerated = '' then 'default of ' else 'generated column ' end || a.attname as what,
                    d.adrelid as of, d.adbin::text as tree
                from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                union all
                select 'check ' || conname, conrelid, conbin::text from pg_constraint where conbin is not null
                union all
                select 'index ' || c.relname, i.indrelid, concat(i.indexprs::text, i.indpred::text)
                from pg_index i join pg_class c on c.oid = i.indexrelid
                union all
                select 'trigger ' || tgname, tgrelid, tgqual::text from pg_trigger where tgqual is not null
                union all
                select 'rule ' || rulename, ev_class, concat(ev_qual::text, ev_action::text) from pg_rewrite
            ), calls as (
                select e.what, own.name, found.id[1]::oid as function
                from expressions e join own on own.oid = e.of,
                    regexp_matches(e.tree, ':(?:op|hash|neg)?funcid ([0-9]+)', 'g') found(id)
                union
                select e.what, own.name, o.oprcode::oid
                from expressions e join own on own.oid = e.of,
                    regexp_matches(e.tree, ':opno ([0-9]+)', 'g') found(id) join pg_operator o on o.oid = found.id[1]::oid
            )
            select calls.what || ' on ' || calls.name || ' with ' || p.proname || '()' as addition
            from calls join pg_proc p on p.oid = calls.function join pg_namespace n on n.oid = p.pronamespace
            where (p.provolatile = 'v' or n.nspname = 'pg_catalog' and p.proname ~ %s)
              and not (n.nspname = 'pg_catalog' and p.proname in (%s))
              and not (%s)
            union
            select 'trigger ' || t.tgname || ' on ' || own.name || ' with ' || p.proname || '()'
            from pg_trigger t join own on own.oid = t.tgrelid
                join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace
            where not t.tgisinternal and not (%s)
            union
            select 'policy ' || polname || ' on ' || own.name from pg_policy join own on own.oid = polrelid
            order by 1
            """.formatted(ASKS, HARMLESS, IS_KNOWN, IS_KNOWN);

    private final JdbcClient jdbc;

    /** @param jdbc trusts nobody: see {@link SchemaGuard#TRUST_NOBODY} */
    TableAdditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what is strange on the portal role's tables in its schema, among the copies and wherever parts of them are, each as people name it. */
    List<String> strange(String schema, String copies, String portal) {
        return jdbc.sql(FOUND)
                .param("schema", schema)
                .param("copies", copies)
                .param("portal", portal)
                .param("known", KnownRoutines.MADE.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
