package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The folder of a PostgreSQL that comes with the portal, and how to reach the server that runs on it. */
record DatabaseFolder(Path folder) {

    long pid() throws IOException {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    /** Takes one connection, which stays: each new one costs the server. */
    SingleConnectionDataSource connect() throws IOException {
        return new SingleConnectionDataSource(url(), EmbeddedDatabase.ADMINISTRATOR, password(), true);
    }

    String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/portal";
    }

    String password() throws IOException {
        return Files.readString(folder.resolve("password")).strip();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("data/postmaster.pid"));
    }
}
