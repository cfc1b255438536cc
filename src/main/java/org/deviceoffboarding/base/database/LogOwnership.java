package org.deviceoffboarding.base.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database keeps the role that the portal works as from changing the audit log. PostgreSQL is asked for the rights
 * that this role really has, or can get by itself, whatever is set.
 */
@Component
public class LogOwnership {

    /**
     * Each way with what it is about. A right counts that the role has itself, inherits, or could take from any role that it is a
     * member of. Who owns a database is the owner of its schema 'public', too.
     */
    private static final String WAYS = """
            with mine as (
                select oid, rolname, rolsuper from pg_roles where pg_has_role(current_user, oid, 'MEMBER')
            ), log as (
                select c.oid, c.relname as name, c.relowner
                from pg_class c
                where c.relnamespace = to_regnamespace(quote_ident(current_schema())) and c.relkind in ('r', 'p')
            ), log_function as (
                select p.proname as name, p.proowner
                from pg_proc p
                where p.pronamespace = to_regnamespace(quote_ident(current_schema()))
            ), granted as (
                select distinct log.name, wanted.privilege
                from log
                    cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE'), ('TRIGGER')) as wanted (privilege)
                    join mine on not mine.rolsuper and (
                        has_table_privilege(mine.oid, log.oid, wanted.privilege)
                        or wanted.privilege = 'UPDATE' and has_any_column_privilege(mine.oid, log.oid, 'UPDATE'))
                where %1$s and not (%2$s and wanted.privilege = 'DELETE')
                  and log.relowner not in (select oid from mine)
            )
            select 'SUPERUSER' as way, rolname::text as about from mine where rolsuper
            union all
            select 'FILES', rolname from mine where rolname in ('pg_write_server_files', 'pg_execute_server_program')
            union all
            select 'DATABASE', datname from pg_database where datname = current_database() and datdba in (select oid from mine)
            union all
            select 'SCHEMA', nspname from pg_namespace
            where nspname = current_schema() and nspowner in (select oid from mine where rolname <> 'pg_database_owner')
            union all
            select 'MAKES', nspname from pg_namespace
            where nspname = current_schema() and has_schema_privilege(oid, 'CREATE') and nspowner not in (select oid from mine)
              and not exists (select from mine where rolsuper)
            union all
            select 'OWNED', string_agg(name, ', ' order by name) from log
            where %1$s and relowner in (select oid from mine) having count(*) > 0
            union all
            select 'FUNCTION', string_agg(distinct name, ', ') from log_function
            where %1$s and proowner in (select oid from mine) having count(*) > 0
            union all
            select 'GRANTED', string_agg(privilege || ' on ' || name, ', ' order by name, privilege) from granted
            having count(*) > 0
            """.formatted(LogObjects.IS_MADE, LogObjects.IS_EMPTIED);

    private final JdbcClient jdbc;

    LogOwnership(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a role gets at the log, with the sentence that says so. */
    private enum Way {
        SUPERUSER("The role '%1$s' is a superuser, or may become '%2$s', who is one."),
        FILES("The role '%1$s' is a member of %2$s, and so reaches the server's files."),
        DATABASE("The role '%1$s' owns the database %2$s, and may drop what it holds."),
        SCHEMA("The role '%1$s' owns the schema %2$s, and may drop what it holds."),
        MAKES("The role '%1$s' may make functions in the schema %2$s, which could run with the rights of others."),
        OWNED("The role '%1$s' owns tables of the log: %2$s."),
        FUNCTION("The role '%1$s' owns functions of the log: %2$s."),
        GRANTED("The role '%1$s' was given rights that nobody needs: %2$s.");

        private final String sentence;

        Way(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Returns whether the role that the portal works as can neither change nor delete entries, and not come to do so. */
    public boolean separate() {
        return ways().isEmpty();
    }

    /** Returns how the role that the portal works as could change or delete entries, a sentence for each way; none is best. */
    public List<String> ways() {
        String role = role();
        if (isSuperuser()) {
            return List.of("The role '" + role + "' is a superuser, who may do anything.");
        }
        return jdbc.sql(WAYS)
                .query((row, number) ->
                        Way.valueOf(row.getString("way")).sentence.formatted(role, row.getString("about")))
                .list();
    }

    boolean isSuperuser() {
        return jdbc.sql("select rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
    }

    /** Returns the role that the portal works as. */
    String role() {
        return jdbc.sql("select current_user").query(String.class).single();
    }

    /** As the other, of a database of which nothing is known yet. */
    static String role(DataSource portal) {
        return new LogOwnership(JdbcClient.create(portal)).role();
    }
}
