package org.deviceoffboarding.base.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Keeps a portal away from tables that a newer one has brought further than it can live with. */
final class SchemaAge {

    private SchemaAge() {}

    /**
     * Asks as the portal's role, whose function says it.
     *
     * @throws FlywayException if the tables ask for a newer portal
     */
    static void requireKnown(Flyway flyway, DataSource portal) {
        MigrationVersion asked = asked(portal);
        MigrationVersion known = newest(flyway.info().all());
        if (asked.compareTo(known) > 0) {
            throw new FlywayException("its tables are for a portal that knows migration " + asked
                    + " or newer, and the newest that this one knows is " + known);
        }
    }

    private static MigrationVersion newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> !isOnlyInTheDatabase(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    private static boolean isOnlyInTheDatabase(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS
                || state == MigrationState.FUTURE_FAILED
                || state == MigrationState.MISSING_SUCCESS
                || state == MigrationState.MISSING_FAILED;
    }

    private static MigrationVersion asked(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet function =
                    statement.executeQuery("select to_regproc('oldest_migration_to_know') is not null")) {
                function.next();
                if (!function.getBoolean(1)) {
                    return MigrationVersion.EMPTY;
                }
            }
            try (ResultSet asked = statement.executeQuery("select oldest_migration_to_know()")) {
                asked.next();
                return MigrationVersion.fromVersion(asked.getString(1));
            }
        } catch (SQLException e) {
            throw new FlywayException("it can't be told how old a portal may be for its tables", e);
        }
    }
}
