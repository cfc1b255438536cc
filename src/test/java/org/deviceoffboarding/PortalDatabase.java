package org.deviceoffboarding;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL with the portal's schema, started once for all tests of a JVM. Tests share it, so each begins by
 * {@linkplain #empty emptying} the tables that it is about.
 */
public final class PortalDatabase {

    private static final class Holder {
        static final HikariDataSource DATA_SOURCE = start();
    }

    private PortalDatabase() {}

    public static DataSource dataSource() {
        return Holder.DATA_SOURCE;
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Empties tables; with the inventory go the tables of its copies. The audit log's refuses. */
    public static void empty(String... tables) {
        jdbc().sql("truncate " + String.join(", ", List.of(tables))).update();
        if (List.of(tables).contains("inventory")) {
            TenantCopy.dropAll(jdbc());
        }
    }

    private static HikariDataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            var dataSource = new HikariDataSource();
            dataSource.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            dataSource.setMaximumPoolSize(8);
            Flyway.configure().dataSource(dataSource).load().migrate();
            return dataSource;
        } catch (IOException e) {
            throw new UncheckedIOException("The database for tests did not start", e);
        }
    }
}
