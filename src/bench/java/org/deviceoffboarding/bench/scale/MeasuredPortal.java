package org.deviceoffboarding.bench.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.deviceoffboarding.bench.scale.Measure.Times;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.deviceoffboarding.run.PortalProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/** The packaged portal as the launcher starts it, with a PostgreSQL of its own on an empty data folder. */
public final class MeasuredPortal implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Path folder;
    private final PortalProcess process;
    private final DatabaseFolder database;
    private final SingleConnectionDataSource connection;

    private MeasuredPortal(Path folder, PortalProcess process) throws IOException {
        this.folder = folder;
        this.process = process;
        this.database = new DatabaseFolder(folder.resolve("data/postgres"));
        this.connection = database.connect();
    }

    /** @param options of the virtual machine, beside the launcher's */
    public static MeasuredPortal start(Map<String, String> settings, String heap, String... options)
            throws IOException {
        return start(Files.createTempDirectory("portal-bench"), settings, heap, options);
    }

    /** @param database settings of its PostgreSQL, which it has from its first start on */
    public static MeasuredPortal start(Map<String, String> settings, String heap, List<String> database)
            throws Exception {
        Path folder = Files.createTempDirectory("portal-bench");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder.resolve("data/postgres"));
                var connection = DriverManager.getConnection(
                        first.url(), EmbeddedDatabase.ADMINISTRATOR, first.administratorPassword());
                var statement = connection.createStatement()) {
            for (String setting : database) {
                statement.execute("alter system set " + setting);
            }
        }
        return start(folder, settings, heap);
    }

    private static MeasuredPortal start(Path folder, Map<String, String> settings, String heap, String... options)
            throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PORTAL_DATA_DIR", folder.resolve("data").toString());
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-XX:TieredStopAtLevel=4", "-Xmx" + heap, "-Xlog:gc:file=" + folder.resolve("gc.log")));
        return new MeasuredPortal(folder, PortalProcess.start(environment, all.toArray(String[]::new)));
    }

    /** Starts a run by setting the agent up, and follows it to its end. */
    public Measure run(MeasuredTenant tenant) throws IOException {
        JdbcClient jdbc = jdbc();
        jdbc.sql("delete from agent").update();
        Visit owner = new Visit(process.address(), "owner");
        owner.signIn();
        long pid = database.pid();
        var watch = new Measure.Watch(() -> new Times(
                System.nanoTime() / 1e9,
                ProcessorTime.ofTree(process.pid()),
                ProcessorTime.ofTree(pid),
                tenant.processorTime()));
        owner.startAgent();
        String[] at = phase(jdbc);
        while (at[0].equals("RUNNING")) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            String before = at[1];
            at = phase(jdbc);
            watch.note(before);
        }
        if (!at[0].equals("COMPLETED")) {
            throw new IllegalStateException("The run failed: " + at[2]);
        }
        return new Measure(watch.phases(), heap(), memory());
    }

    /** Returns what reading the tenant is made up of in the latest run, as the portal's own clock has it. */
    String reading() {
        return jdbc().sql("""
            select extract(epoch from r.started_at - r.requested_at) as waited,
                   extract(epoch from i.read_at - r.started_at) as got_ready,
                   extract(epoch from s.last - i.read_at) as listed,
                   extract(epoch from r.read_at - s.last) as finished
            from evaluation_run r join inventory i on i.run_id = r.id
                cross join lateral (select max(finished_at) as last from inventory_source where run_id = r.id) s
            order by r.id desc limit 1
            """)
                .query((row, number) -> String.format(
                        Locale.ENGLISH,
                        "%.1f s until it was taken up, %.1f s until what may be read was known, %.1f s until all lists"
                                + " were stored, %.1f s for the rest",
                        row.getDouble("waited"),
                        row.getDouble("got_ready"),
                        row.getDouble("listed"),
                        row.getDouble("finished")))
                .single();
    }

    /** Returns the most heap that was in use after a collection, in MiB. */
    public long heap() throws IOException {
        return Memory.heap(folder.resolve("gc.log"));
    }

    /** Returns the most memory of the process, in MiB. */
    public long memory() throws IOException {
        return Memory.ofProcess(process.pid());
    }

    /** Returns where its PostgreSQL writes what it has to say. */
    public Path databaseLog() {
        return folder.resolve("data/postgres/postgres.log");
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(connection);
    }

    /** As the one that owns the audit log, and that alone may write functions. */
    public JdbcClient asOwner() throws IOException, SQLException {
        return JdbcClient.create(new DriverManagerDataSource(
                connection.getConnection().getMetaData().getURL(),
                EmbeddedDatabase.OWNER,
                Files.readString(folder.resolve("data/postgres/owner-password")).strip()));
    }

    public SingleConnectionDataSource connection() {
        return connection;
    }

    public PortalProcess process() {
        return process;
    }

    @Override
    public void close() throws IOException {
        connection.destroy();
        // Its output stays open meanwhile: it may have to write what it remembers of a rehearsal, and says so.
        ProcessHandle.of(process.pid())
                .filter(ProcessHandle::destroy)
                .ifPresent(ending -> ending.onExit().join());
        process.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    private static String[] phase(JdbcClient jdbc) {
        return jdbc.sql("select status, phase, coalesce(failure, '') from evaluation_run order by id desc limit 1")
                .query((row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .single();
    }
}
