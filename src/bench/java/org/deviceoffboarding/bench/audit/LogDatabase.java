package org.deviceoffboarding.bench.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.bench.pages.Plans;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The portal's own PostgreSQL with an empty log, and what seals it, in a folder of its own. */
public final class LogDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 24;

    private final Path folder;
    private final EmbeddedDatabase server;
    private final HikariDataSource connections;
    private final CheckpointKey key = CheckpointKey.create();
    private final Sealing sealing;

    private LogDatabase(Path folder, EmbeddedDatabase server) {
        this.folder = folder;
        this.server = server;
        this.connections = connect(server);
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        this.sealing = Sealing.of(connections, folder, key);
    }

    public static LogDatabase start() throws Exception {
        Path folder = Files.createTempDirectory("portal-bench");
        EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"));
        try (var connection = DriverManager.getConnection(
                        server.url(), EmbeddedDatabase.ADMINISTRATOR, server.administratorPassword());
                var statement = connection.createStatement()) {
            for (String setting : Plans.SETTINGS) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
        return new LogDatabase(folder, server);
    }

    private static HikariDataSource connect(EmbeddedDatabase server) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(server.url());
        settings.setUsername(EmbeddedDatabase.ADMINISTRATOR);
        settings.setPassword(server.administratorPassword());
        settings.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(settings);
    }

    public HikariDataSource connections() {
        return connections;
    }

    CheckpointKey key() {
        return key;
    }

    Sealing sealing() {
        return sealing;
    }

    ProcessorTime processorTime() throws IOException {
        return new ProcessorTime(folder.resolve("postgres/data"));
    }

    /** Lets nobody compare the words of entries any more: how the database makes them is not what the migrations made. */
    void leaveWordsAsTheyAre() {
        JdbcClient.create(connections)
                .sql("alter table audit_entry alter column words drop expression")
                .update();
    }

    public Path log() {
        return folder.resolve("postgres/postgres.log");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        connections.close();
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
