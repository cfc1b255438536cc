package org.deviceoffboarding.base.database;

import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings a database to this version of the portal, as a start of the portal does. */
public final class MigratedDatabase {

    private static final class Holder {
        static final String URL = migrated();
    }

    private static final class OfOneRole {
        static final String URL = migratedByAdministrator();
    }

    private MigratedDatabase() {}

    /** Creates a database with two roles as a portal has it after its first start, and returns its JDBC URL. */
    public static String create() {
        return TestDatabase.copyOf(Holder.URL);
    }

    /** Creates one that {@code postgres}, its administrator, migrated and owns. All are of one audit log, as backups of a database are. */
    public static String ofAdministrator() {
        return TestDatabase.copyOf(OfOneRole.URL);
    }

    private static String migratedByAdministrator() {
        String url = TestDatabase.create();
        flyway(new DriverManagerDataSource(url, "postgres", "postgres")).migrate();
        return url;
    }

    private static String migrated() {
        String url = TestDatabase.create();
        migrate(
                new DriverManagerDataSource(url, TestDatabase.USER, ""),
                new DriverManagerDataSource(url, TestDatabase.OWNER, ""));
        return url;
    }

    /**
     * Migrates a database with two roles.
     *
     * @param portal as the role that the portal works as
     * @param owner as the one that migrates and owns the audit log
     */
    static void migrate(DataSource portal, DataSource owner) {
        new SchemaGuard(owner).close(LogOwnership.role(portal), DatabaseOwner.path(portal));
        migrate(new DatabaseOwner(owner, true), portal);
    }

    /** Migrates a database with one role. */
    static void migrate(DataSource portal) {
        migrate(new DatabaseOwner(portal, false), portal);
    }

    private static void migrate(DatabaseOwner owner, DataSource portal) {
        new OwnedMigration(owner, portal).migrate(flyway(owner.database()));
    }

    static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load();
    }
}
