package org.deviceoffboarding.audit.definition;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What the migrations made of the log's tables, and of what a query in the portal's schema means, compared with what is there now. Hashes
 * prove what is read of the tables; whoever owns the database could have it that others read something else there. Who owns what is not
 * part of it.
 */
public final class LogDefinition {

    private LogDefinition() {}

    /**
     * Returns what is not as the migrations made it, what is no table's first; nothing where all is.
     *
     * @param connection in a transaction, whose statements have {@code pg_catalog} alone for their search path from then on
     */
    public static List<Deviation> deviations(Connection connection) throws SQLException {
        return compare(DefinitionFound.read(connection), DefinitionMade.MADE);
    }

    private static List<Deviation> compare(
            SortedMap<DefinedThing, String> found, SortedMap<DefinedThing, String> made) {
        List<Deviation> deviations = new ArrayList<>();
        found.forEach((thing, definition) -> {
            String before = made.get(thing);
            if (before == null) {
                deviations.add(new Deviation(thing.isThere(definition), thing.isOfSearch()));
            } else if (!before.equals(definition)) {
                deviations.add(new Deviation(thing.isOther(definition, before), thing.isOfSearch()));
            }
        });
        made.keySet().stream()
                .filter(thing -> !found.containsKey(thing))
                .forEach(thing -> deviations.add(new Deviation(thing.isMissing(), thing.isOfSearch())));
        return deviations;
    }
}
