package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.deviceoffboarding.launch.PrivateFile;
import org.deviceoffboarding.launch.RandomText;
import org.deviceoffboarding.launch.StartupException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The PostgreSQL that comes with the portal, for whoever has none. It listens on the loopback address only and asks for
 * a password, so that other users of the machine can't read the portal's data.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The role that the portal works as. */
    public static final String USER = "portal_user";

    /** The role that migrates and owns the audit log. */
    public static final String OWNER = "portal_owner";

    /** The superuser that the data directory was created with, as whom the portal itself never works. */
    public static final String ADMINISTRATOR = "portal";

    private static final String NAME = "portal";

    private static final String USER_PASSWORD = "user-password";

    private static final int ATTEMPTS = 3;

    private static final long LARGEST_LOG = 10L << 20;

    private final PostgresServer server;
    private final Path passwordFile;
    private String administratorPassword = "";
    private String password = "";
    private String ownerPassword = "";
    private int port;
    private @Nullable ServerWatch watch;

    private EmbeddedDatabase(PostgresServer server, Path passwordFile) {
        this.server = server;
        this.passwordFile = passwordFile;
    }

    /** @throws StartupException if this copy of the portal comes without the embedded database, as the image does */
    public static void requirePresent() {
        if (!ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver", null)) {
            throw new StartupException("The container image has no database of its own: set SPRING_DATASOURCE_URL,"
                    + " SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD and PORTAL_SECRET_KEY, or start it with"
                    + " docker-compose.yml, which brings one.");
        }
    }

    /**
     * Starts the database in its folder, which is created where it is missing. A server that a killed portal left
     * behind is stopped first.
     *
     * @throws StartupException if the folder is not that of such a database, or the server doesn't start
     */
    public static EmbeddedDatabase start(Path folder) {
        try {
            PrivateFile.createFolders(folder);
            PostgresUser user = PostgresUser.of(folder);
            PostgresServer server = new PostgresServer(PostgresBinaries.unpackedIn(folder), folder, user);
            EmbeddedDatabase database = new EmbeddedDatabase(server, folder.resolve("password"));
            database.start();
            return database;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupException(
                    "The start of the embedded database was interrupted: start the portal again.", e);
        } catch (IOException | SQLException e) {
            throw new StartupException(
                    "The embedded database in " + folder + " can't be started (" + firstLine(e)
                            + "): put this right, or move the folder away to begin with an empty one.",
                    e);
        }
    }

    /**
     * Connects to the database of a portal that runs, as the role that it works as.
     *
     * @return nothing if none runs on that folder
     * @throws StartupException if it can't be connected to
     */
    public static Optional<Connection> connect(Path folder) {
        try {
            Path data = folder.resolve(PostgresServer.DATA);
            Optional<PostmasterFile> running = PostmasterFile.read(data);
            Path password = folder.resolve(USER_PASSWORD);
            return running.isPresent() && running.get().stillRunsOn(data) && Files.exists(password)
                    ? Optional.of(DriverManager.getConnection(
                            url(running.get().port(), NAME),
                            USER,
                            Files.readString(password).strip()))
                    : Optional.empty();
        } catch (IOException | SQLException e) {
            throw new StartupException(
                    "The embedded database in " + folder + " can't be asked (" + firstLine(e)
                            + "): do this as the portal's user, while the portal runs.",
                    e);
        }
    }

    public String url() {
        return url(NAME);
    }

    public String password() {
        return password;
    }

    public String ownerPassword() {
        return ownerPassword;
    }

    public String administratorPassword() {
        return administratorPassword;
    }

    /**
     * Starts the server again from now on wherever it ends by itself, at the same address.
     *
     * @param lost is told in a sentence where that does not work; called on a thread of its own
     */
    public void watch(Consumer<String> lost) {
        watch(ServerWatch.PAUSE, lost);
    }

    /** @param pause after the first attempt to start it again; those after the next ones are longer */
    void watch(Duration pause, Consumer<String> lost) {
        watch = new ServerWatch(
                server,
                port,
                pause,
                () -> lost.accept("The embedded database ended and can't be started again; " + server.log()
                        + " says why: put this right, then start the portal again. What was stored is kept."));
        watch.begin();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (watch != null) {
            watch.close();
        }
        if (server.isRunningOn(port)) {
            server.stop();
        }
    }

    private void start() throws IOException, InterruptedException, SQLException {
        if (Files.notExists(server.dataDirectory())) {
            Files.deleteIfExists(passwordFile);
            PrivateFile.write(passwordFile, RandomText.create());
            server.create(ADMINISTRATOR, passwordFile);
        }
        requireOurVersion();
        administratorPassword = Files.readString(passwordFile).strip();
        password = keptIn(passwordFile.resolveSibling(USER_PASSWORD));
        ownerPassword = keptIn(passwordFile.resolveSibling("owner-password"));
        stopLeftOver();
        startServer();
        try {
            createDatabase();
            divide();
        } catch (IOException | SQLException e) {
            server.stop();
            throw e;
        }
    }

    private void requireOurVersion() throws IOException, InterruptedException {
        Path file = server.dataDirectory().resolve("PG_VERSION");
        if (Files.notExists(file) || Files.notExists(passwordFile)) {
            throw new StartupException("The folder " + server.dataDirectory().getParent()
                    + " is not one of the portal's embedded database, or parts of it are missing: restore it, or move"
                    + " it away to begin with an empty one.");
        }
        String version = Files.readString(file).strip();
        if (!version.equals(server.majorVersion())) {
            throw new StartupException(
                    "The data in " + server.dataDirectory() + " is of PostgreSQL " + version
                            + ", this portal brings PostgreSQL " + server.majorVersion()
                            + ": start the portal's version that wrote it, or move the folder away to begin with an empty one.");
        }
    }

    private void stopLeftOver() throws IOException, InterruptedException {
        var leftOver = PostmasterFile.read(server.dataDirectory());
        if (leftOver.isPresent() && leftOver.get().stillRunsOn(server.dataDirectory())) {
            server.stop();
        }
        // A file of a server that is gone keeps PostgreSQL from starting once its number belongs to another program.
        // Else it
        // stays: by it PostgreSQL knows whether anything of that server still writes.
        if (leftOver.isEmpty() || leftOver.get().numberIsInUse()) {
            Files.deleteIfExists(server.dataDirectory().resolve(PostmasterFile.NAME));
        }
    }

    private void startServer() throws IOException, InterruptedException {
        if (Files.exists(server.log()) && Files.size(server.log()) > LARGEST_LOG) {
            Files.delete(server.log());
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            if (server.start(port)) {
                return;
            }
        }
        throw new StartupException("The embedded database does not start; " + server.log()
                + " says why: put this right, restore the folder from a backup, or move it away to begin with an empty"
                + " one.");
    }

    /** A port that is free now; that another program takes it first is why there is more than one attempt. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = administer("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + NAME);
        }
    }

    /** Also a database that the administrator alone made, before there were other roles. */
    private void divide() throws IOException, SQLException {
        try (Connection connection = administer(NAME)) {
            TwoRoles.setUp(connection, password, ownerPassword);
        }
    }

    /** Looks for names in PostgreSQL's own schema only, whatever the database's owner set: what others made would run as a superuser. */
    private Connection administer(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("password", administratorPassword);
        properties.setProperty("options", "-c search_path=pg_catalog,pg_temp");
        return DriverManager.getConnection(url(database), properties);
    }

    private static String keptIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFile.write(file, RandomText.create());
        }
        return Files.readString(file).strip();
    }

    private String url(String database) {
        return url(port, database);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
