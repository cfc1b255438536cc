package org.deviceoffboarding;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged portal as {@code ./portal prepare} laid it out and rehearsed it, to be started by tests as a process of its own. */
public final class PackagedPortal {

    private static final Path FOLDER = Path.of("target", "portal");

    private PackagedPortal() {}

    /**
     * Returns the command that starts it as the launcher does, compiled quickly rather than well.
     *
     * @param options more for the virtual machine, which prevail
     * @throws IllegalStateException if nothing was packaged yet
     */
    public static List<String> command(String... options) {
        List<String> command = virtualMachine(options);
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    /**
     * Returns the command that starts another program on what was packaged, as quickly as the portal itself.
     *
     * @param more the jar of what the program needs besides
     * @param options more for the virtual machine, which prevail
     * @throws IllegalStateException if nothing was packaged yet
     */
    public static List<String> command(Class<?> program, Path more, String... options) {
        List<String> command = virtualMachine(options);
        // The portal's jar first: what the virtual machine kept of a rehearsal counts as far as the paths are the same.
        command.addAll(List.of("-cp", jar() + File.pathSeparator + more, program.getName()));
        return command;
    }

    /** Returns the options by which a virtual machine uses what one before it kept, and says nothing where it can't. */
    public static List<String> remembering(Path cache) {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    private static List<String> virtualMachine(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(remembering(FOLDER.resolve("portal.aot")));
        command.addAll(List.of(options));
        return command;
    }

    private static Path jar() {
        Path jar = FOLDER.resolve("portal.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no " + jar + ": 'mvn verify' makes it");
        }
        return jar;
    }
}
