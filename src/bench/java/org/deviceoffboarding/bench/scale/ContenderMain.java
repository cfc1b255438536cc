package org.deviceoffboarding.bench.scale;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deviceoffboarding.bench.Quiet;
import org.deviceoffboarding.inventory.ReadPaths;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;

/**
 * Does what a run cannot do without, as a process of its own: reads the tenant, writes it to the portal's tables, builds the
 * portal's indexes, and looks for the devices that Intune has no record of. Nothing of it can be cut off and go on, nothing is
 * judged.
 */
final class ContenderMain {

    /** Reads one list of the tenant into its table. */
    interface ListReader {
        long read(CopiedTable table, URI graph, String path, String token, Connection database) throws Exception;
    }

    private final EmbeddedDatabase database;
    private final PortalCopy copy;

    private ContenderMain(EmbeddedDatabase database, PortalCopy copy) {
        this.database = database;
        this.copy = copy;
    }

    /** @param arguments the tenant's Graph, a file that says what the portal's copy is made of, an empty folder, and how to read */
    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        ListReader reader = arguments[3].equals("sdk") ? new SdkReader() : new FloorReader();
        var input = new BufferedReader(new InputStreamReader(System.in));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[2]))) {
            var contender = new ContenderMain(database, PortalCopy.read(Path.of(arguments[1])));
            contender.prepare();
            System.out.println("ready now");
            System.out.println("READ " + contender.read(URI.create(arguments[0]), input.readLine(), reader));
            System.out.println("INDEX " + contender.index());
            System.out.println("JOIN " + contender.unmatched());
            input.readLine();
        }
        System.exit(0);
    }

    private void prepare() throws SQLException {
        execute(copy.preparations());
        execute(copy.tables().stream().map(CopiedTable::create).toList());
    }

    /** All lists side by side, as the portal does. */
    private String read(URI graph, String token, ListReader reader) throws Exception {
        Map<String, String> paths =
                ReadPaths.since(Instant.now().minus(JudgingRules.defaults().lookBack()));
        together(
                paths.size(),
                copy.tables().stream()
                        .<Callable<Long>>map(table -> () -> {
                            try (Connection connection = connect()) {
                                return table.rows() == null
                                        ? reader.read(
                                                table,
                                                graph,
                                                Objects.requireNonNull(paths.get(table.source())),
                                                token,
                                                connection)
                                        : new FloorReader().copy(table, connection);
                            }
                        })
                        .toList());
        return copy.tables().size() + " tables";
    }

    private int index() throws Exception {
        List<String> indexes = copy.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .toList();
        together(
                Runtime.getRuntime().availableProcessors(),
                indexes.stream()
                        .<Callable<Long>>map(index -> () -> {
                            execute(List.of(index));
                            return 1L;
                        })
                        .toList());
        return indexes.size();
    }

    private long unmatched() throws SQLException {
        String sql = "select count(*) from " + copy.table("entra_device").name() + " e where not exists (select from "
                + copy.table("managed_device").name() + " m where m.entra_device_id = e.device_id)";
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void together(int threads, List<Callable<Long>> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Long> done : executor.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url(), EmbeddedDatabase.ADMINISTRATOR, database.administratorPassword());
    }
}
