package org.deviceoffboarding.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.secretkey.GivenKey;
import org.deviceoffboarding.secretkey.PortalKey;
import org.deviceoffboarding.secretkey.RotationDesk;
import org.deviceoffboarding.secretkey.RotationRefusedException;
import org.deviceoffboarding.secretkey.RotationState;

/**
 * The command {@code rotate-key}: asks the portals that run for another secret key, and says how far they are. What it prints are IDs
 * of keys, never a key. It can be stopped at any time and called again; the portals go on without it.
 */
public final class KeyRotationCommand {

    /** What the command is called by. */
    public static final String COMMAND = "rotate-key";

    /** Exit codes: asked for, or done; refused; called in another way. */
    public static final int DONE = 0;

    /** See {@link #DONE}. */
    public static final int REFUSED = 1;

    /** See {@link #DONE}. */
    public static final int MISUSED = 2;

    private static final String STATUS = "--status";

    private static final String USAGE = """
            Usage: rotate-key [FILE]
                   rotate-key --status

            Encrypts everything that is stored encrypted with another secret key, while the portals go on.
            FILE has the new key, such as 'openssl rand -base64 32' prints. Where the portal keeps its key in a file that
            it may write, FILE may be left out: then it makes one.""";

    private final RotationSettings settings;
    private final Duration pause;
    private final PrintStream out;
    private final PrintStream problems;

    KeyRotationCommand(RotationSettings settings, Duration pause, PrintStream out, PrintStream problems) {
        this.settings = settings;
        this.pause = pause;
        this.out = out;
        this.problems = problems;
    }

    /**
     * Carries the command out, with the settings that the portal has.
     *
     * @param arguments what stands behind the command's name
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream problems) {
        if (arguments.size() > 1 || arguments.stream().anyMatch(each -> each.startsWith("-") && !each.equals(STATUS))) {
            problems.println(USAGE);
            return MISUSED;
        }
        try {
            var settings = RotationSettings.ofThisProcess();
            return new KeyRotationCommand(settings, Duration.ofSeconds(1), out, problems).run(arguments);
        } catch (StartupException e) {
            problems.println(e.getMessage());
            return REFUSED;
        }
    }

    int run(List<String> arguments) {
        try (Connection connection = settings.connect()) {
            RotationDesk desk = new RotationDesk(connection);
            Optional<RotationState> newest = desk.newest();
            if (arguments.contains(STATUS)) {
                out.println(newest.map(this::report).orElse("The secret key was never replaced."));
                return DONE;
            }
            boolean goesOn = arguments.isEmpty()
                    && newest.filter(state -> !state.ended()).isPresent();
            if (!goesOn && arguments.isEmpty()) {
                requestMade(desk);
            } else if (!goesOn) {
                desk.request(settings.key(), keyIn(Path.of(arguments.getFirst())), requestedBy());
            }
            follow(desk);
            return DONE;
        } catch (RotationRefusedException | StartupException e) {
            problems.println(e.getMessage());
        } catch (SQLException e) {
            problems.println("The database can't be asked (" + firstLine(e)
                    + "). What was asked for before goes on without it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return REFUSED;
    }

    private void requestMade(RotationDesk desk) throws SQLException, RotationRefusedException {
        Path file = writableKeyFile();
        PortalKey made = MadeKey.keepBeside(file);
        try {
            desk.request(settings.key(), made, requestedBy());
        } catch (RotationRefusedException e) {
            MadeKey.forget(file, made);
            throw e;
        }
    }

    private Path writableKeyFile() {
        Optional<Path> file = settings.keyFile();
        if (file.isEmpty() || !GivenKey.inFile(settings.key(), file.get()).isReplaceable()) {
            throw new StartupException("The portal can't put a new key where it has its key from ("
                    + file.map(Path::toString).orElse("PORTAL_SECRET_KEY")
                    + "), so make one yourself: 'openssl rand -base64 32 >new.key', then './portal rotate-key new.key'. Nothing"
                    + " was changed.");
        }
        return file.get();
    }

    private static PortalKey keyIn(Path file) {
        try {
            return PortalKey.of(SecretKey.checked(Files.readString(file).strip(), "The new key in " + file));
        } catch (IOException e) {
            throw new StartupException(
                    "The new key can't be read from " + file + ": check the name, and that you may read it.", e);
        }
    }

    /** Says what is new, until there is nothing to wait for but people. */
    private void follow(RotationDesk desk) throws SQLException, RotationRefusedException, InterruptedException {
        String said = "";
        while (true) {
            RotationState state = desk.newest().orElseThrow();
            String report = report(state);
            if (!report.equals(said)) {
                out.println(report);
                said = report;
            }
            if (state.ended()
                    || state.portals().isEmpty()
                    || state.encrypted() && !state.toBeGiven().isEmpty()) {
                return;
            }
            Thread.sleep(pause);
        }
    }

    private String report(RotationState state) {
        Optional<Path> file = settings.keyFile();
        if (state.ended()) {
            file.ifPresent(each -> GivenKey.forgetCopy(each, state.to()));
        }
        return RotationReport.of(state)
                + file.map(each -> GivenKey.ahead(each, state.to()))
                        .filter(Files::exists)
                        .map(RotationReport::keptIn)
                        .orElse("");
    }

    private static String requestedBy() {
        return System.getProperty("user.name") + " on "
                + Optional.ofNullable(System.getenv("HOSTNAME")).orElse("this machine");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
