package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.tree.Sha256;

/**
 * How the database takes entries apart into words, which searches go by and which no hash of an entry covers: whoever owns the database
 * could keep entries from being found. The words of each entry are compared with what it says besides, see {@link KeptWords}.
 */
final class SearchDefinition {

    /** The SHA-256 of what the migrations made. */
    static final String MADE = "538a3997735950b7bfc2a8c5dec79c418a26f1d2caa291506c2429c0068c6ada";

    private static final String FOUND = """
            select said from (
                select p.proname::text as place,
                    concat_ws(' ', p.proname, p.provolatile, p.proisstrict, l.lanname, p.proconfig, pg_get_function_sqlbody(p.oid),
                        p.prosrc) as said
                from pg_proc p join pg_language l on l.oid = p.prolang
                where p.oid in (to_regprocedure('audit_words(text)'), to_regprocedure('audit_search(text)'))
                union all
                select a.attname::text, concat_ws(' ', a.attname, a.attgenerated, pg_get_expr(d.adbin, d.adrelid))
                from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where a.attrelid = to_regclass('audit_entry') and a.attname = 'words') definitions
            order by place collate "C"
            """;

    private SearchDefinition() {}

    /** Returns the SHA-256 of how it is now. */
    static String hash(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FOUND)) {
            while (row.next()) {
                definitions.add(row.getString(1));
            }
        }
        return Sha256.hex(String.join("\n", definitions));
    }

    static Stream<Misfit> misfit(Connection connection) throws SQLException {
        return hash(connection).equals(MADE) ? Stream.empty() : Stream.of(Misfits.search());
    }
}
