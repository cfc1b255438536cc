package org.deviceoffboarding.base.database;

import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the database to this version of the portal, as its owner, and gives what came of it to whom it belongs. What the portal's
 * role has made is asked as the portal's role only, never with the owner's rights.
 */
final class OwnedMigration implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(OwnedMigration.class);

    private final DatabaseOwner owner;
    private final DataSource portal;

    OwnedMigration(DatabaseOwner owner, DataSource portal) {
        this.owner = owner;
        this.portal = portal;
    }

    @Override
    public void migrate(Flyway flyway) {
        LogOwnership rights = new LogOwnership(JdbcClient.create(portal));
        SchemaAge.requireKnown(flyway, portal);
        if (owner.isSeparate()) {
            migrateAndHandOver(flyway, rights.role());
        } else {
            requireOwnMigrations(flyway, rights.role());
            flyway.migrate();
        }
        say(rights);
    }

    /** What was made before a migration failed is handed over, too: the portal of before works on with it. */
    private void migrateAndHandOver(Flyway flyway, String role) {
        var handOver = new LogHandOver(owner.database());
        try {
            flyway.migrate();
        } catch (RuntimeException failed) {
            try {
                handOver.to(role);
            } catch (RuntimeException e) {
                failed.addSuppressed(e);
            }
            throw failed;
        }
        handOver.to(role);
    }

    /** A portal without the owner's password goes on with tables that are new enough, which need nobody to change them. */
    private void requireOwnMigrations(Flyway flyway, String role) {
        Optional<String> other = ownerOfHistory();
        if (other.isPresent() && flyway.info().pending().length > 0) {
            throw new DatabaseRoleException(
                    "The database is older than this portal, and belongs to the role '" + other.get() + "', not to '"
                            + role
                            + "': set PORTAL_OWNER_USERNAME and PORTAL_OWNER_PASSWORD, so that it can be brought to this version.",
                    null);
        }
    }

    private Optional<String> ownerOfHistory() {
        return JdbcClient.create(portal)
                .sql("""
                        select pg_get_userbyid(relowner) from pg_class
                        where oid = to_regclass(:history) and not pg_has_role(relowner, 'MEMBER')
                        """)
                .param("history", LogObjects.HISTORY)
                .query(String.class)
                .optional();
    }

    private void say(LogOwnership rights) {
        rights.ways().forEach(way -> {
            if (owner.isSeparate() || rights.isSuperuser()) {
                log.warn("The database does not keep the portal from changing its audit log. {}", way);
            } else {
                log.info("The portal works with one database role. {}", way);
            }
        });
    }
}
