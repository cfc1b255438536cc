package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.PackagedPortal;
import org.deviceoffboarding.TestAuditFiles;

/** A {@link HeadlessPortal} in a process of its own, which can be killed without a word to it. */
final class Carrier implements AutoCloseable {

    /** The virtual machine uses nothing of what it kept where classes lie in a folder. */
    private final Path jar;

    private final File log;

    private final List<String> settings;
    private final List<Process> started = new ArrayList<>();

    /** @param name of its files, which those of another test at the same time are not to meet */
    Carrier(String name, List<String> settings) {
        jar = Path.of("target", name + ".jar");
        log = new File("target", name + ".log");
        this.settings = settings;
        pack();
    }

    Process start() {
        List<String> command = PackagedPortal.command(HeadlessPortal.class, jar, "-Xmx256m");
        command.addAll(settings);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends one as an operator does. */
    void end(Process portal) {
        portal.destroy();
        portal.onExit().join();
    }

    /** Returns where all of them write to. */
    Path log() {
        return log.toPath();
    }

    private void pack() {
        try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> each : List.of(HeadlessPortal.class, DatabaseModules.class, TestAuditFiles.class)) {
                String name = each.getName().replace('.', '/') + ".class";
                packed.putNextEntry(new JarEntry(name));
                try (InputStream code = Objects.requireNonNull(each.getResourceAsStream("/" + name))) {
                    code.transferTo(packed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill(Process portal) {
        assertThat(portal.isAlive()).as("it ends by being killed only").isTrue();
        portal.destroyForcibly();
        portal.onExit().join();
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }
}
