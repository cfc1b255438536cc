package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of the launcher, in a folder with spaces in its name, on a machine that has little else. */
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "dirname",
            "readlink",
            "sed",
            "find",
            "flock",
            "head",
            "cat",
            "mkdir",
            "grep",
            "tail",
            "rm",
            "sleep");

    private final Path machine;
    private final Path project;
    private final Path tools;
    private final Path jdks;

    LauncherTest(@TempDir Path machine) throws IOException {
        this.machine = machine;
        project = Files.createDirectories(machine.resolve("a portal/of ours"));
        tools = Files.createDirectory(machine.resolve("bin"));
        jdks = Files.createDirectory(machine.resolve("jdks"));
        Files.copy(Path.of("portal"), project.resolve("portal"));
        Files.createDirectories(project.resolve("src/main"));
        Files.createFile(project.resolve("pom.xml"));
        for (String tool : TOOLS) {
            addProgram(tools.resolve(tool), "exec " + onPath(tool) + " \"$@\"");
        }
    }

    @Test
    void withoutACommandItSaysWhatItCanDo() throws Exception {
        assertThat(portal().output())
                .startsWith("Usage: ./portal COMMAND")
                .contains("run", "test", "image", "bench", "verify FILE", "rotate-key [FILE]");
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        Result result = portal("fly");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("There is no command 'fly'.");
    }

    @Test
    void withoutAJdkItSaysInOneSentenceWhatToInstall() throws Exception {
        Result result = portal("run");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output().lines()).singleElement().asString().contains("needs a JDK 25 or newer", "JAVA_HOME");
    }

    @Test
    void anOlderJdkAndAJreAreNotTaken() throws Exception {
        addJdk("jdk-17", "17.0.9");
        Path jre = addJdk("jre-25", "25");
        Files.delete(jre.resolve("bin/javac"));

        assertThat(portal("run").output()).contains("needs a JDK 25 or newer");
    }

    @Test
    void withoutMavenItSaysInOneSentenceWhatToInstall() throws Exception {
        addJdk("jdk-25", "25.0.1");

        Result result = portal("test");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output().lines()).singleElement().asString().contains("needs Maven", "apt-get install maven");
    }

    @Test
    void withoutDockerItSaysInOneSentenceWhatToInstall() throws Exception {
        Result result = portal("image");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output().lines()).singleElement().asString().contains("docker.io");
    }

    @Test
    void testRunsTheWholeBuildWithTheNewestEnoughJdk() throws Exception {
        addJdk("jdk-17", "17.0.9");
        Path jdk = addJdk("jdk-25", "25.0.1");
        addProgram(tools.resolve("mvn"), "echo \"mvn $* in $PWD with $JAVA_HOME\"");

        assertThat(portal("test").output().strip())
                .isEqualTo("mvn -B verify in " + project.toRealPath() + " with " + jdk);
    }

    @Test
    void runBuildsOnceAndThenOnlyAfterAChange() throws Exception {
        addJdk("jdk-26", "26");
        addProgram(tools.resolve("mvn"), "echo built >>../builds; : >target/portal.jar");
        addProgram(jdks.resolve("jdk-26/bin/java"), """
                case $* in
                  *jarmode=tools*) echo laid out >>../layouts; mkdir -p target/portal ;;
                  *) echo "started $* in $PWD" ;;
                esac
                """);

        assertThat(portal("run").output())
                .contains("Building the portal", "-jar target/portal/portal.jar in " + project.toRealPath());
        assertThat(portal("run").output()).doesNotContain("Building");
        Files.setLastModifiedTime(
                Files.createFile(project.resolve("src/main/New.java")),
                FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        portal("run");

        assertThat(machine.resolve("a portal/builds")).hasContent("built\nbuilt");
        assertThat(machine.resolve("a portal/layouts")).hasContent("laid out\nlaid out");
    }

    @Test
    void aStartAfterABuildUsesWhatItsRehearsalLearned() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), ": >target/portal.jar");
        addProgram(jdks.resolve("jdk-25/bin/java"), """
                case $* in
                  *jarmode=tools*) mkdir -p target/portal ;;
                  *AOTCacheOutput*) : >target/portal/portal.aot; echo "The portal is ready with database '$SPRING_DATASOURCE_URL'" ;;
                  *) echo "started $*" ;;
                esac
                """);

        assertThat(portal("run").output()).contains("-XX:AOTCache=target/portal/portal.aot");
        assertThat(portal("run").output()).contains("-XX:AOTCache=target/portal/portal.aot");
        assertThat(project.resolve("target/rehearsal.log")).content().contains("with database ''");
    }

    @Test
    void whatTheBuildPreparedIsNotPreparedAgain() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), ": >target/portal.jar");
        addProgram(jdks.resolve("jdk-25/bin/java"), """
                case $* in
                  *jarmode=tools*) echo laid out >>../layouts; mkdir -p target/portal ;;
                  *AOTCacheOutput*) : >target/portal/portal.aot; echo "The portal is ready" ;;
                esac
                """);
        portal("run");

        assertThat(portal("prepare").exit()).isZero();

        assertThat(machine.resolve("a portal/layouts")).hasContent("laid out");
    }

    @Test
    void ofTwoStartsAtOnceInOneFolderTheSecondWaitsForWhatTheFirstPrepares() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(
                tools.resolve("mvn"),
                "until [ -e ../go ]; do sleep 0.05; done; echo built >>../builds; : >target/portal.jar");
        addProgram(jdks.resolve("jdk-25/bin/java"), """
                case $* in
                  *jarmode=tools*) echo laid out >>../layouts; mkdir -p target/portal ;;
                  *) echo "started $*" ;;
                esac
                """);
        String flock = onPath("flock").toString();
        addProgram(
                tools.resolve("flock"),
                "%1$s -n \"$1\" && echo first || { echo waits; exec %1$s \"$1\"; }".formatted(flock));

        try (Started first = start("run");
                Started second = startAfter(first, "first", "run")) {
            assertThat(second.nextLine()).isEqualTo("waits");
            Files.createFile(machine.resolve("a portal/go"));

            assertThat(first.rest()).contains("started ");
            assertThat(second.rest()).contains("started ").doesNotContain("Building");
        }
        assertThat(machine.resolve("a portal/builds")).hasContent("built");
        assertThat(machine.resolve("a portal/layouts")).hasContent("laid out");
    }

    @Test
    void aBuildThatFailsShowsWhyAndStartsNothing() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), "echo '[INFO] noise'; echo '[ERROR] Portal.java: missing semicolon'; exit 1");

        Result result = portal("run");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("missing semicolon", "build.log").doesNotContain("noise");
    }

    @Test
    void benchHandsOverWhatToMeasure() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), "mkdir -p target; : >target/portal.jar; for word; do echo \"[$word]\"; done");

        assertThat(portal("bench", "run", "50000").output()).contains("[-Pbench]", "[-Dbench.arguments=run 50000]");
    }

    @Test
    void verifyChecksFilesFromWhereThePersonStandsAndEndsAsTheCheckDoes() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), ": >target/portal.jar");
        addProgram(jdks.resolve("jdk-25/bin/java"), "echo \"java $* in $PWD\"; exit 1");

        Result result = portal("verify", "the file.html", "keys.txt");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("/target/portal.jar verify the file.html keys.txt in " + machine.toRealPath());
    }

    @Test
    void aFileIsNotCheckedByAPortalThatCanNotBeBuilt() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), "exit 1");

        assertThat(portal("verify", "file.html").exit()).isEqualTo(2);
    }

    @Test
    void rotateKeyFindsTheFileWhereThePersonStandsAndTheDataFolderWhereThePortalIs() throws Exception {
        addJdk("jdk-25", "25");
        addProgram(tools.resolve("mvn"), ": >target/portal.jar");
        addProgram(jdks.resolve("jdk-25/bin/java"), "echo \"java $* in $PWD\"; exit 1");

        Result result = portal("rotate-key", "new.key");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains(
                        "target/portal.jar rotate-key " + machine.toRealPath() + "/new.key in " + project.toRealPath());
        assertThat(portal("rotate-key", "--status").output()).contains("rotate-key --status in");
        assertThat(portal("rotate-key").output()).contains("rotate-key in");
    }

    private Path addJdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(jdks.resolve(name));
        Files.createDirectory(jdk.resolve("bin"));
        addProgram(jdk.resolve("bin/java"), "exit 0");
        addProgram(jdk.resolve("bin/javac"), "exit 0");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static void addProgram(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Result portal(String... arguments) throws IOException, InterruptedException {
        try (Started started = start(arguments)) {
            String output = started.rest();
            return new Result(started.process.waitFor(), output);
        }
    }

    private Started startAfter(Started other, String line, String... arguments) throws IOException {
        assertThat(other.nextLine()).isEqualTo(line);
        return start(arguments);
    }

    private Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                tools.resolve("bash").toString(), project.resolve("portal").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(machine.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", tools.toString(), "HOME", machine.toString(), "PORTAL_JDK_FOLDERS", jdks.toString()));
        Process process = builder.start();
        return new Started(process, process.inputReader(StandardCharsets.UTF_8));
    }

    private static Path onPath(String tool) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private record Result(int exit, String output) {}

    private record Started(Process process, BufferedReader output) implements AutoCloseable {

        @Nullable
        String nextLine() throws IOException {
            return output.readLine();
        }

        String rest() throws IOException {
            StringWriter rest = new StringWriter();
            output.transferTo(rest);
            return rest.toString();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
