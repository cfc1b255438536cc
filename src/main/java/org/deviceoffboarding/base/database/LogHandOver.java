package org.deviceoffboarding.base.database;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives everything to whom it belongs, where there are two roles: the audit log to its owner, in which the portal's role may look and
 * add; all other tables to the portal's role. Functions stay the owner's: they run wherever their tables are changed. It goes by what is
 * there and not by what was done before, so that a database which one role has made until now is divided, too. Whoever is neither of the
 * two keeps what is theirs.
 */
final class LogHandOver {

    /** Two portals that start at a time would change the same rows of the catalog. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended(:lock, 0))";

    private static final String LOCK = "portal:log-hand-over";

    private static final String HOLDERS =
            "select " + LockHolders.SESSION_OR_PREPARED + LockHolders.OF_ADVISORY + " order by l.pid limit 3";

    private static final String NOT_WITHIN_THE_LIMIT = "55P03";

    /**
     * What belongs to an extension stays with it, and a column's sequence goes with its table. Among the copies nothing is the owner's, whatever
     * it is called: the portal's role names things there.
     */
    private static final String CHANGES_OF_OWNER = """
            with made as (
                select 'table' as kind, format('%%I.%%I', n.nspname, c.relname) as object, c.relname as name,
                    n.nspname = :schema as is_inside, c.relowner as owner
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in (:schema, :copies) and c.relkind in ('r', 'p', 'v', 'm', 'S')
                  and not exists (
                    select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                      and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
                union all
                select 'routine', format('%%I.%%I(%%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)),
                    p.proname, true, p.proowner
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = :schema
                  and not exists (
                    select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
            ), due as (
                select kind, object, cast(pg_get_userbyid(owner) as text) as owner,
                    case when kind = 'routine' or is_inside and (%s or name = '%s') then cast(current_user as text)
                        else cast(:portal as text) end as due
                from made
            )
            select format('alter %%s %%s owner to %%I', kind, object, due)
            from due
            where owner <> due and owner in (cast(current_user as text), cast(:portal as text))
            order by object
            """.formatted(LogObjects.IS_THE_LOGS, LogObjects.HISTORY);

    /** Into a column that numbers itself nobody else writes: numbers that were taken in advance would fail whoever gets them next. */
    private static final String RIGHTS =
            """
            with log as (
                select case c.relkind when 'S' then 'sequence' else 'table' end as kind,
                    format('%%I.%%I', n.nspname, c.relname) as object, c.relname as name, c.relkind as relkind,
                    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
                     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
                       and (d.oid is null or a.attgenerated = '' and pg_get_expr(d.adbin, d.adrelid) !~ '^nextval')) as given
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = :schema and c.relkind in ('r', 'p', 'v', 'm', 'S') and pg_get_userbyid(c.relowner) = current_user
            ), rights as (
                select kind, object,
                    case
                        when relkind = 'S' then 'usage'
                        when relkind in ('v', 'm') or name = '%s' then 'select'
                        else 'select, insert (' || given || ')' || case when %s then ', delete' else '' end
                    end as rights
                from log
                where %s or name = '%s'
            )
            select format('revoke all on %%1$s %%2$s from public, %%4$I; grant %%3$s on %%1$s %%2$s to %%4$I',
                kind, object, rights, cast(:portal as text))
            from rights
            order by object
            """.formatted(LogObjects.HISTORY, LogObjects.IS_EMPTIED, LogObjects.IS_THE_LOGS, LogObjects.HISTORY);

    private static final String RIGHT_TO_COPY = """
            select format('grant usage, create on schema %I to %I', n.nspname, cast(:portal as text))
            from pg_namespace n
            where n.nspname = :copies and pg_get_userbyid(n.nspowner) = current_user
              and not (has_schema_privilege(cast(:portal as text), n.oid, 'USAGE')
                  and has_schema_privilege(cast(:portal as text), n.oid, 'CREATE'))
            """;

    /** What runs with the owner's rights is run by the log's own triggers, which need no right to it, and put on no table of others. */
    private static final String RIGHTS_TO_RUN = """
            select format('revoke all on function %I.%I(%s) from public, %I',
                n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), cast(:portal as text))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = :schema and p.prosecdef and pg_get_userbyid(p.proowner) = current_user and p.proname ~ '^audit_'
            order by p.proname
            """;

    /**
     * What runs with its owner's rights otherwise than the migrations made it, each as the change of owner that it came by: whoever owned it
     * until then may have put something else in its place as late as that.
     */
    private static final String STRANGE_CHANGES = """
            select format('alter routine %%I.%%I(%%s) owner to %%I',
                n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), cast(current_user as text))
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = :schema and p.prosecdef and not (%s)
            """.formatted(LogObjects.STORES_AS_MADE);

    private final DataSource owner;
    private final JdbcClient jdbc;

    /** @param owner connects as the role that is to own the log, which is a member of the portal's */
    LogHandOver(DataSource owner) {
        this.owner = owner;
        this.jdbc = JdbcClient.create(owner);
    }

    /**
     * Gives everything to whom it belongs: all of it, or nothing where one thing can't be given.
     *
     * @param portal the role that the portal works as
     * @throws DatabaseRoleException if something can't be given, or somebody else keeps this from being done
     */
    void to(String portal) {
        try {
            new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(begun -> {
                waitForOthers();
                String schema =
                        jdbc.sql("select current_schema()").query(String.class).single();
                jdbc.sql(SchemaGuard.TRUST_NOBODY).update();
                carryOut(due(RIGHT_TO_COPY, schema, portal));
                changeOwners(schema, portal);
                carryOut(due(RIGHTS, schema, portal));
                carryOut(due(RIGHTS_TO_RUN, schema, portal));
            });
        } catch (DataAccessException | TransactionException e) {
            String reason = String.valueOf(e.getMostSpecificCause().getMessage());
            throw new DatabaseRoleException(
                    "The audit log could not be given to the role of PORTAL_OWNER_USERNAME, and everything else to '"
                            + portal + "' ("
                            + reason.lines().findFirst().orElse("")
                            + "): audit-roles.md, among the portal's documents, says which rights the two need.",
                    e);
        }
    }

    private void waitForOthers() {
        try {
            jdbc.sql(ONE_AT_A_TIME).param("lock", LOCK).query().singleRow();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException refused
                    && NOT_WITHIN_THE_LIMIT.equals(refused.getSQLState())) {
                throw new DatabaseRoleException(keptBy(holders()), e);
            }
            throw e;
        }
    }

    /** On a connection of its own: the transaction that waited is broken off. */
    private List<String> holders() {
        TransactionTemplate another = new TransactionTemplate(new JdbcTransactionManager(owner));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Objects.requireNonNull(another.execute(begun -> {
            jdbc.sql(SchemaGuard.TRUST_NOBODY).update();
            return jdbc.sql(HOLDERS).param("lock", LOCK).query(String.class).list();
        }));
    }

    private static String keptBy(List<String> holders) {
        String what = "The portal does not start, since it could not give the audit log to the role of"
                + " PORTAL_OWNER_USERNAME: ";
        return holders.isEmpty()
                ? what
                        + "another portal was at it, or somebody held the lock that keeps two from doing so at a time,"
                        + " until just now. Start the portal again."
                : what + "the lock that keeps two portals from doing so at a time is held by "
                        + String.join(", and by ", holders)
                        + ". Find out whose it is, and end it, or let it end where it is another portal that starts;"
                        + " then start the portal again.";
    }

    private void requireNothingStrange(List<String> changes, String schema, String portal) {
        List<String> strange = due(STRANGE_CHANGES, schema, portal);
        if (!Collections.disjoint(changes, strange)) {
            throw new DatabaseRoleException(
                    "While the portal started, the role '" + portal
                            + "' changed a function that runs with the rights of its owner: find out who knows its password.",
                    null);
        }
    }

    /** A table can be given only to a role that may make things where it is, which nobody else sees before this is committed. */
    private void changeOwners(String schema, String portal) {
        List<String> changes = due(CHANGES_OF_OWNER, schema, portal);
        boolean lend = !changes.isEmpty() && !SchemaGuard.mayCreate(jdbc, schema, portal);
        String right = "create on schema " + SchemaGuard.quoted(schema);
        if (lend) {
            jdbc.sql("grant " + right + " to " + SchemaGuard.quoted(portal)).update();
        }
        carryOut(changes);
        requireNothingStrange(changes, schema, portal);
        if (lend) {
            jdbc.sql("revoke " + right + " from " + SchemaGuard.quoted(portal)).update();
        }
    }

    private List<String> due(String statements, String schema, String portal) {
        return jdbc.sql(statements)
                .param("schema", schema)
                .param("copies", SchemaGuard.COPIES)
                .param("portal", portal)
                .query(String.class)
                .list();
    }

    private void carryOut(List<String> statements) {
        statements.forEach(each -> jdbc.sql(each).update());
    }
}
