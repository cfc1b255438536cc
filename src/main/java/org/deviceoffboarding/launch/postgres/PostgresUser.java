package org.deviceoffboarding.launch.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.launch.StartupException;

/**
 * As whom the programs of PostgreSQL run. They refuse to run as root, so for root they run in a user namespace of their
 * own, where the files stay root's; where the kernel refuses that, as in most containers, as nobody, who gets the files.
 */
enum PostgresUser {
    OURSELVES(),
    OURSELVES_IN_A_NAMESPACE("unshare", "--user"),
    NOBODY("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");

    private final List<String> prefix;

    PostgresUser(String... prefix) {
        this.prefix = List.of(prefix);
    }

    /**
     * Finds out who can run PostgreSQL here.
     *
     * @param folder the folder that PostgreSQL works in
     * @throws StartupException if nobody can
     */
    static PostgresUser of(Path folder) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return OURSELVES;
        }
        if (OURSELVES_IN_A_NAMESPACE.canRun("true")) {
            return OURSELVES_IN_A_NAMESPACE;
        }
        Path dataFolder = folder.toAbsolutePath().getParent();
        Files.setPosixFilePermissions(dataFolder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        if (NOBODY.canRun("test", "-x", folder.toString())) {
            return NOBODY;
        }
        throw new StartupException("PostgreSQL refuses to run as root, and no other user can reach " + folder
                + ": start the portal as an ordinary user, or set PORTAL_DATA_DIR to a folder such as"
                + " /var/lib/portal.");
    }

    /** Returns the command in the form in which this user runs it. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives this user what has been written into the folder. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "posix:owner", nobody, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private boolean canRun(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command(List.of(command)))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException programIsMissing) {
            return false;
        }
    }
}
