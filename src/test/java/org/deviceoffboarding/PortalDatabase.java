package org.deviceoffboarding;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with the portal's schema, made once for all tests of a JVM, as the role that the portal works as. Tests share it, so each begins by
 * {@linkplain #empty emptying} the tables that it is about.
 */
public final class PortalDatabase {

    private static final class Holder {
        static final HikariDataSource DATA_SOURCE = another();
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

    /** Makes another one, for a test that leaves much behind that nobody can empty. Whoever asks for it closes it. */
    public static HikariDataSource another() {
        var dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(MigratedDatabase.create());
        dataSource.setUsername(TestDatabase.USER);
        dataSource.setMaximumPoolSize(8);
        return dataSource;
    }
}
