package org.deviceoffboarding.audit.definition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.deviceoffboarding.audit.tree.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads what is there now from the catalogs of PostgreSQL, in words that don't depend on how the portal's schema is called. */
final class DefinitionFound {

    /** Each function by its schema, and with no operator that somebody else could have made. */
    private static final String PATH = """
            select s::text from pg_catalog.unnest(pg_catalog.current_schemas(false)) s
            """;

    /** What is named without its schema from then on is PostgreSQL's; and times are written as for everybody else. */
    private static final String TRUST_NOBODY = """
            set local search_path = pg_catalog, pg_temp; set local timezone = 'UTC'; set local datestyle = 'ISO, MDY';
            set local quote_all_identifiers = off
            """;

    private static final String SPACE = "\\s+";

    private final SortedMap<DefinedThing, String> things = new TreeMap<>();
    private final String schema;
    private final String prefixInSource;
    private final Pattern names;

    /** @param schema quoted as SQL has it */
    private DefinitionFound(String schema) {
        this.schema = schema;
        this.prefixInSource = (schema.startsWith("\"") ? schema : '"' + schema + '"') + '.';
        this.names = Pattern.compile("(?<![\\w$\".])" + Pattern.quote(schema + "."));
    }

    /** @param connection in a transaction, whose statements have {@code pg_catalog} alone for their search path from then on */
    static SortedMap<DefinedThing, String> read(Connection connection) throws SQLException {
        List<String> path = path(connection);
        DefinitionFound found = new DefinitionFound(quoted(connection, path.getFirst()));
        for (String query : LogTableQueries.ALL) {
            found.add(connection, query, path);
        }
        for (String query : PortalObjectQueries.ALL) {
            found.add(connection, query, path);
        }
        return found.things;
    }

    /** Returns the schemas that are looked in, the portal's first; from then on none is. */
    private static List<String> path(Connection connection) throws SQLException {
        List<String> path = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(PATH)) {
                while (row.next()) {
                    path.add(row.getString(1));
                }
            }
            statement.execute(TRUST_NOBODY);
        }
        return path;
    }

    private static String quoted(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_ident(cast(? as text))")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void add(Connection connection, String query, List<String> path) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, path.getFirst());
            statement.setArray(2, connection.createArrayOf("text", path.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    things.put(
                            new DefinedThing(row.getString(1), row.getString(2), plain(row.getString(3))),
                            definition(row.getString(4), row.getString(5), row.getString(6)));
                }
            }
        }
    }

    /**
     * @param body of a function that PostgreSQL took apart; null where there is none
     * @param source of any other
     */
    private String definition(@Nullable String said, @Nullable String body, @Nullable String source) {
        String definition = said == null ? "" : plain(said);
        String content = body == null ? source == null ? null : inItsSchema(source) : plain(body);
        return content == null ? definition : definition + ", SHA-256 of its source " + Sha256.hex(content);
    }

    /** A source that names things with their schema has it in quotes, always. What it names without one is something else. */
    private String inItsSchema(String source) {
        return source.replace(prefixInSource, "….");
    }

    private String plain(String said) {
        String onItsPath = said.replace("search_path=" + schema + ",", "search_path=…,");
        return names.matcher(onItsPath).replaceAll("").replaceAll(SPACE, " ").strip();
    }
}
