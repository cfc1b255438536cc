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
import java.util.stream.Stream;
import org.deviceoffboarding.audit.tree.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads what is there now from the catalogs of PostgreSQL, in words that don't depend on how the portal's schema is called. */
final class DefinitionFound {

    /** Each function by its schema, and with no operator that somebody else could have made. */
    private static final String PATH = """
            select s::text, pg_catalog.quote_ident(s::text)
            from pg_catalog.unnest(pg_catalog.current_schemas(false)) s
            """;

    /** What is named without its schema from then on is PostgreSQL's. */
    private static final String TRUST_NOBODY = "set local search_path = pg_catalog, pg_temp";

    private static final String SPACE = "\\s+";

    private final SortedMap<DefinedThing, String> things = new TreeMap<>();
    private final String schema;
    private final Pattern names;

    /** @param schema quoted as SQL has it */
    private DefinitionFound(String schema) {
        this.schema = schema;
        this.names = Pattern.compile("(?<![\\w$\".])" + Pattern.quote(schema + "."));
    }

    /** @param connection in a transaction, whose statements have {@code pg_catalog} alone for their search path from then on */
    static SortedMap<DefinedThing, String> read(Connection connection) throws SQLException {
        List<String> path = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(PATH)) {
                while (row.next()) {
                    path.add(row.getString(1));
                    quoted.add(row.getString(2));
                }
            }
            statement.execute(TRUST_NOBODY);
        }
        DefinitionFound found = new DefinitionFound(quoted.getFirst());
        for (String query : Stream.of(LogTableQueries.ALL, PortalObjectQueries.ALL)
                .flatMap(List::stream)
                .toList()) {
            found.add(connection, query, path);
        }
        return found.things;
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
        String content = body == null ? source : plain(body);
        return content == null ? definition : definition + ", SHA-256 of its source " + Sha256.hex(content);
    }

    private String plain(String said) {
        String onItsPath = said.replace("search_path=" + schema + ",", "search_path=…,");
        return names.matcher(onItsPath).replaceAll("").replaceAll(SPACE, " ").strip();
    }
}
