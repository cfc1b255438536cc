package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.bench.scale.CopiedTable.Column;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the portal's copy of the tenant is made of, read from its own database, so that others can be held to the same: the
 * tables of what was read, and each other table that has a row of the run for more than half of the devices.
 *
 * @param preparations what tables and indexes need beforehand
 */
record PortalCopy(List<String> preparations, List<CopiedTable> tables) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> READ =
            Set.of("entra_device", "managed_device", "autopilot_identity", "removal_event");

    static PortalCopy of(SingleConnectionDataSource connection, Path folder) throws IOException, SQLException {
        JdbcClient jdbc = JdbcClient.create(connection);
        long run = jdbc.sql("select max(id) from evaluation_run where status = 'COMPLETED'")
                .query(Long.class)
                .single();
        long devices = jdbc.sql("select count(*) from entra_device where run_id = ?")
                .param(run)
                .query(Long.class)
                .single();
        List<CopiedTable> tables = new ArrayList<>();
        for (String table : tablesByRun(jdbc)) {
            String where = " from " + table + " where run_id = " + run;
            long rows = jdbc.sql("select count(*)" + where).query(Long.class).single();
            if (rows > devices / 2 || (READ.contains(table) && rows > 0)) {
                String name = jdbc.sql("select min(tableoid::regclass::text)" + where)
                        .query(String.class)
                        .single();
                CopiedTable copied =
                        new CopiedTable(table, name, columns(jdbc, name), texts(jdbc, INDEXES, name), null);
                tables.add(READ.contains(table) ? copied : withRows(connection, copied, where, folder));
            }
        }
        return new PortalCopy(jdbc.sql(PREPARATIONS).query(String.class).list(), tables);
    }

    static PortalCopy read(Path file) {
        return JSON.readValue(file.toFile(), PortalCopy.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    CopiedTable table(String source) {
        return tables.stream()
                .filter(table -> table.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The portal's copy has no " + source));
    }

    private static List<String> tablesByRun(JdbcClient jdbc) {
        return jdbc.sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'run_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relnamespace in ('public'::regnamespace, 'portal_copies'::regnamespace)
                order by c.relname
                """).query(String.class).list();
    }

    private static List<Column> columns(JdbcClient jdbc, String table) {
        return jdbc.sql("""
                select a.attname,
                       format_type(a.atttypid, a.atttypmod),
                       case when a.attcollation <> t.typcollation
                                   then ' collate ' || a.attcollation::regcollation else '' end
                           || case when a.attgenerated = '' then ''
                                   else ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') '
                                        || case a.attgenerated when 's' then 'stored' else 'virtual' end end,
                       a.attnotnull, a.attgenerated <> ''
                from pg_attribute a
                join pg_type t on t.oid = a.atttypid
                left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                order by a.attnum
                """)
                .param(table)
                .query((row, number) -> new Column(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5)))
                .list();
    }

    private static final String INDEXES =
            "select pg_get_indexdef(indexrelid) from pg_index where indrelid = ?::regclass";

    /** The schema of copies, extensions, and functions that indexes or generated columns call. */
    private static final String PREPARATIONS = """
            select 'create schema if not exists portal_copies'
            union all
            select 'create extension if not exists ' || quote_ident(extname) from pg_extension where extname <> 'plpgsql'
            union all
            select pg_get_functiondef(p.oid) from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
              and exists (select from pg_depend d
                          where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid
                            and d.classid in ('pg_class'::regclass, 'pg_attrdef'::regclass))
            """;

    private static List<String> texts(JdbcClient jdbc, String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(String.class).list();
    }

    /** Its rows are made from others by the portal: to be written they are handed over as they are. */
    private static CopiedTable withRows(
            SingleConnectionDataSource connection, CopiedTable table, String where, Path folder)
            throws IOException, SQLException {
        Path file = folder.resolve(table.source() + ".copy");
        String columns = String.join(
                ", ",
                table.written().stream()
                        .map(column -> '"' + column.name() + '"')
                        .toList());
        try (OutputStream out = Files.newOutputStream(file)) {
            connection
                    .getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select " + columns + where + ") to stdout (format binary)", out);
        }
        return new CopiedTable(table.source(), table.name(), table.columns(), table.indexes(), file.toString());
    }
}
