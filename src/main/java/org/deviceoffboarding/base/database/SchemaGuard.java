package org.deviceoffboarding.base.database;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that nothing which the portal's role made runs with the owner's rights, before the owner asks anything else: PostgreSQL prefers
 * an operator or a function that fits exactly, wherever on the search path it is, to its own. So the portal's role may make nothing in the
 * portal's schema, what it makes is in {@link #COPIES}, and the owner does not look there.
 */
public final class SchemaGuard {

    /** Where the portal's role makes tables: the copies of the inventory, and lists of what a run found. */
    public static final String COPIES = "portal_copies";

    /** Nothing else is found in the place of what PostgreSQL brings. */
    static final String TRUST_NOBODY = "set local search_path = pg_catalog, pg_temp";

    /** Whether a role can be kept from making things in a schema: by who owns the schema, unless it is a superuser, or owns it, too. */
    private static final String CAN_BE_CLOSED = """
            select pg_has_role(current_user, n.nspowner, 'USAGE')
                and not pg_has_role(:portal, n.nspowner, 'MEMBER')
                and not exists (select from pg_roles where rolsuper and pg_has_role(:portal, oid, 'MEMBER'))
            from pg_namespace n where n.nspname = :schema
            """;

    /** What carries out something when others use it, wherever it is. Types of rows and arrays come with tables. */
    private static final String STRANGE = """
            with made as (
                select case p.prokind when 'a' then 'aggregate' else 'function' end as kind, p.pronamespace as namespace,
                    %s as name,
                    p.proowner as owner, 'pg_proc'::regclass as of, p.oid as oid, p.prosecdef and not (%s) as definer
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                union all
                select 'operator', oprnamespace,
                    oprname || '(' || format_type(oprleft, null) || ', ' || format_type(oprright, null) || ')',
                    oprowner, 'pg_operator'::regclass, oid, false
                from pg_operator
                union all
                select 'type', typnamespace, typname, typowner, 'pg_type'::regclass, oid, false
                from pg_type where typrelid = 0 and typelem = 0
                union all
                select case relkind when 'm' then 'materialized view' else 'view' end, relnamespace, relname, relowner,
                    'pg_class'::regclass, oid, false
                from pg_class where relkind in ('v', 'm') and relnamespace <> :schema::regnamespace
                union all
                select 'rule', c.relnamespace, r.rulename || ' on ' || c.relname, c.relowner, 'pg_rewrite'::regclass, r.oid, false
                from pg_rewrite r join pg_class c on c.oid = r.ev_class
                where c.relkind in ('r', 'p')
                %s
            )
            select kind || ' ' || case when namespace = :schema::regnamespace then '' else n.nspname || '.' end || name
            from made join pg_namespace n on n.oid = made.namespace
            where pg_has_role(:portal, owner, 'MEMBER')
              and not (kind = 'function' and namespace = :schema::regnamespace and name = any (:known) and not definer)
              and not exists (select from pg_depend d where d.classid = of and d.objid = made.oid and d.deptype = 'e')
            order by 1
            """.formatted(
                    KnownRoutines.SIGNATURE,
                    LogObjects.STORES_AS_MADE,
                    Stream.of(
                                    named("operator class", "pg_opclass", "opc"),
                                    named("operator family", "pg_opfamily", "opf"),
                                    named("collation", "pg_collation", "coll"),
                                    named("conversion", "pg_conversion", "con"),
                                    named("text search configuration", "pg_ts_config", "cfg"),
                                    named("text search dictionary", "pg_ts_dict", "dict"))
                            .collect(Collectors.joining()));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    /** @param column what the names of the catalog's columns begin with */
    private static String named(String kind, String catalog, String column) {
        return """
                union all
                select '%1$s', %3$snamespace, %3$sname, %3$sowner, '%2$s'::regclass, oid, false
                from %2$s
                """.formatted(kind, catalog, column);
    }

    /** @param owner connects as the role that migrates, which need not look into any schema */
    public SchemaGuard(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /**
     * Takes from the portal's role the right to make anything in the portal's schema. May be repeated. Where it can't be taken, as from a
     * superuser, nothing is done: {@link LogOwnership} says so.
     *
     * @param portal the role that the portal works as
     * @param path the schemas that it looks into, the portal's own first
     * @return those of them that the owner may look into, the portal's own first, as a search path is written
     * @throws DatabaseRoleException if the portal's role made something in the database that could run with the owner's rights
     */
    public String close(String portal, List<String> path) {
        String schema = path.stream()
                .filter(each -> !each.equals(COPIES))
                .findFirst()
                .orElseThrow(() -> new DatabaseRoleException(
                        "The role '" + portal + "' looks into no schema of the database but " + COPIES
                                + ": let an administrator run ALTER ROLE " + portal + " RESET search_path.",
                        null));
        boolean closed = trustingNobody(() -> close(schema, portal)); // and stays so where something strange is found
        return trustingNobody(() -> {
            if (closed) {
                requireNothingStrange(schema, portal);
            }
            return path.stream()
                    .filter(each -> each.equals(schema) || !mayCreate(jdbc, each, portal))
                    .map(SchemaGuard::quoted)
                    .collect(Collectors.joining(", "));
        });
    }

    private <R> R trustingNobody(Supplier<R> asked) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            jdbc.sql(TRUST_NOBODY).update();
            return asked.get();
        }));
    }

    /** Returns whether the portal's role can make nothing there from now on. */
    private boolean close(String schema, String portal) {
        boolean can = canBeClosed(schema, portal);
        if (can && mayCreate(jdbc, schema, portal)) {
            jdbc.sql("revoke create on schema " + quoted(schema) + " from public, " + quoted(portal))
                    .update();
        }
        return can;
    }

    private boolean canBeClosed(String schema, String portal) {
        return jdbc.sql(CAN_BE_CLOSED)
                .param("schema", schema)
                .param("portal", portal)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    static boolean mayCreate(JdbcClient jdbc, String schema, String portal) {
        return jdbc.sql("select has_schema_privilege(:portal, :schema, 'CREATE')")
                .param("schema", schema)
                .param("portal", portal)
                .query(Boolean.class)
                .single();
    }

    private void requireNothingStrange(String schema, String portal) {
        List<String> strange = Stream.concat(
                        jdbc
                                .sql(STRANGE)
                                .param("schema", quoted(schema))
                                .param("portal", portal)
                                .param("known", KnownRoutines.MADE.toArray(String[]::new))
                                .query(String.class)
                                .stream(),
                        new TableAdditions(jdbc).strange(schema, COPIES, portal).stream())
                .toList();
        if (!strange.isEmpty()) {
            throw new DatabaseRoleException(
                    "In the database the role '" + portal + "' made what no version of the portal has: "
                            + strange.stream().limit(3).collect(Collectors.joining(", "))
                            + (strange.size() > 3 ? " and " + (strange.size() - 3) + " more" : "")
                            + ". It could run with the rights of the role of PORTAL_OWNER_USERNAME, so that the portal does not start: find out"
                            + " who knows the password of '" + portal + "', and let an administrator drop it.",
                    null);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
