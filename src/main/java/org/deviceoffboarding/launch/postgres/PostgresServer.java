package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Runs the programs of PostgreSQL on one data directory. */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** The data directory, below the folder. */
    static final String DATA = "data";

    /** Long enough for recovery after a crash in the middle of much work. */
    private static final String SECONDS_TO_WAIT = "300";

    private static final int SHORT_WAIT = 1_000;

    private final Path programs;
    private final Path folder;
    private final PostgresUser user;

    /**
     * @param programs as {@link PostgresBinaries} unpacked them
     * @param folder in which the data directory and the log are
     */
    PostgresServer(Path programs, Path folder, PostgresUser user) {
        this.programs = programs;
        this.folder = folder;
        this.user = user;
    }

    Path dataDirectory() {
        return folder.resolve(DATA);
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Returns the major version of the programs, such as {@code 18}. */
    String majorVersion() throws IOException, InterruptedException {
        String version = run("postgres", "--version").output().strip();
        return version.substring(version.lastIndexOf(' ') + 1).replaceFirst("\\..*", "");
    }

    /** Creates the data directory, with one user who signs in by the password that the file contains. */
    void create(String userName, Path passwordFile) throws IOException, InterruptedException {
        Path unfinished = folder.resolve("data.new");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished);
        user.own(folder);
        requireSuccess(run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + userName,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                // Many rounds protect passwords that people choose; this one is random, and each connection pays.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=und",
                "--locale=C",
                "--data-checksums"));
        Files.move(unfinished, dataDirectory(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Starts the server on a port of the loopback address, and returns whether it takes connections. */
    boolean start(int port) throws IOException, InterruptedException {
        user.own(folder);
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                + " -c log_min_messages=warning -c log_checkpoints=off -c max_wal_size=2GB";
        Output output = run(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + SECONDS_TO_WAIT,
                "--pgdata=" + dataDirectory(),
                "--log=" + log(),
                "--options=" + options);
        return output.success();
    }

    /** Whether the server of the data directory runs, as far as its file says, or else takes connections. */
    boolean isRunningOn(int port) {
        return isRunning() || takesConnections(port);
    }

    private boolean isRunning() {
        try {
            Optional<PostmasterFile> file = PostmasterFile.read(dataDirectory());
            return file.isPresent() && file.get().stillRunsOn(dataDirectory());
        } catch (IOException cannotBeRead) {
            return false;
        }
    }

    private static boolean takesConnections(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SHORT_WAIT);
            return true;
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    /** Stops the server that runs on the data directory; transactions that go on are rolled back. */
    void stop() throws IOException, InterruptedException {
        requireSuccess(run(
                "pg_ctl",
                "stop",
                "--wait",
                "--mode=fast",
                "--timeout=" + SECONDS_TO_WAIT,
                "--pgdata=" + dataDirectory()));
    }

    private Output run(String program, String... arguments) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "." + program, "");
        try {
            List<String> command =
                    new ArrayList<>(List.of(programs.resolve("bin/" + program).toString()));
            command.addAll(List.of(arguments));
            // Not a pipe: the server would inherit it, and reading to its end would wait for the server's.
            Process process = new ProcessBuilder(user.command(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            Output output = new Output(
                    String.join(" ", command), process.waitFor(), Files.readString(printed, StandardCharsets.UTF_8));
            log.atDebug().addKeyValue("exit", output.exit()).log("{}\n{}", output.command(), output.output());
            return output;
        } finally {
            Files.deleteIfExists(printed);
        }
    }

    private static void requireSuccess(Output output) throws IOException {
        if (!output.success()) {
            throw new IOException(output.command() + " ended with " + output.exit() + ": " + output.output());
        }
    }

    private record Output(String command, int exit, String output) {

        boolean success() {
            return exit == 0;
        }
    }
}
