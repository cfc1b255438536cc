package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks the database of entries whose words look other than they should: by its locale they may be right all the same. It is asked by what
 * PostgreSQL has itself, and by no function that stands in the database.
 */
final class KeptWords {

    private static final int AT_ONCE = 1_000;

    private static final String OTHERS = """
            select e.id from audit_entry e
            where e.id = any(?) and e.words is distinct from pg_catalog.array_to_tsvector(array(
                select distinct pg_catalog.left(word, 64)
                from pg_catalog.regexp_split_to_table(
                    pg_catalog.lower(pg_catalog.left(
                        e.summary || ' ' || e.subject || ' ' || e.actor_name || ' ' || e.actor_id || ' ' || e.details::text, 20000)),
                    '[^[:alnum:]]+') word
                where word <> ''))
            """;

    private KeptWords() {}

    /** Returns those whose words are not those of what they say. */
    static Set<Long> others(Connection connection, Collection<Long> doubtful) throws SQLException {
        Set<Long> others = new HashSet<>();
        List<Long> ids = List.copyOf(doubtful);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Interruption.heed();
            add(others, connection, ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
        }
        return others;
    }

    private static void add(Set<Long> others, Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    others.add(row.getLong(1));
                }
            }
        }
    }
}
