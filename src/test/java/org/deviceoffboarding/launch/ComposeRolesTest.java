package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The service 'roles' of docker-compose.yml, with a {@code psql} that writes down what it is told. */
class ComposeRolesTest {

    private static final Path SCRIPT =
            Path.of("src", "main", "docker", "two-roles").toAbsolutePath();

    private static final Pattern MOUNTED = Pattern.compile("- \\./(\\S+):/set-up/(\\S+):ro");

    private final Path machine;
    private final Path kept;

    ComposeRolesTest(@TempDir Path machine) throws IOException {
        this.machine = machine;
        kept = Files.createDirectory(machine.resolve("kept"));
    }

    @BeforeEach
    void havePsql() throws IOException {
        Path psql = Files.createDirectory(machine.resolve("bin")).resolve("psql");
        Files.writeString(psql, """
                #!/usr/bin/env bash
                printf '%%s ' "$@" >'%1$s/arguments'
                printf '%%s' "$PGOPTIONS" >'%1$s/options'
                cat >'%1$s/input'
                printf '%%s %%s' "$user_password" "$owner_password" >'%1$s/passwords'
                """.formatted(machine));
        Files.setPosixFilePermissions(psql, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void passwordsAreMadeOnceAndReadByThePortalAsSettings() throws Exception {
        assertThat(run(Map.of()).exit()).isZero();
        String made = Files.readString(machine.resolve("passwords"));
        assertThat(run(Map.of()).exit()).isZero();

        BootstrapSettings settings = settingsByFiles();

        assertThat(settings.databaseRole().password() + " "
                        + settings.databaseOwner().orElseThrow().password())
                .isEqualTo(made)
                .isEqualTo(Files.readString(machine.resolve("passwords")))
                .matches("[\\w-]{43} [\\w-]{43}");
        assertThat(made.split(" ")[0]).isNotEqualTo(made.split(" ")[1]);
        assertThat(Files.getPosixFilePermissions(kept.resolve("portal.owner.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void theStatementsOfTheEmbeddedDatabaseAreCarriedOutAndNoPasswordIsAnArgument() throws Exception {
        run(Map.of());

        assertThat(Files.readString(machine.resolve("input")))
                .endsWith("\\i " + SCRIPT.getParent() + "/two-roles.sql\n");
        for (String password : Files.readString(machine.resolve("passwords")).split(" ")) {
            assertThat(Files.readString(machine.resolve("arguments"))).doesNotContain(password);
            assertThat(Files.readString(machine.resolve("input"))).doesNotContain(password);
        }
    }

    @Test
    void theAdministratorLooksAtNothingThatOthersMade() throws Exception {
        run(Map.of());

        assertThat(Files.readString(machine.resolve("options"))).isEqualTo("-c search_path=pg_catalog,pg_temp");
    }

    @Test
    void theWellKnownPasswordIsRefusedWithATenantOfOnesOwn() throws Exception {
        Result result = run(Map.of(
                "PGPASSWORD",
                BootstrapSettings.DEMO_DATABASE_PASSWORD,
                "PORTAL_TENANT_ISSUER_URI",
                "https://login.example"));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("set POSTGRES_PASSWORD");
        assertThat(machine.resolve("input")).doesNotExist();
    }

    @Test
    void whatIsMountedIsThereAndThePortalIsNotToldTheAdministratorsPassword() throws IOException {
        String compose = Files.readString(Path.of("docker-compose.yml"));

        assertThat(MOUNTED.matcher(compose).results())
                .hasSize(2)
                .allSatisfy(mounted ->
                        assertThat(Path.of(mounted.group(1))).isRegularFile().hasFileName(mounted.group(2)));
        assertThat(compose.substring(compose.indexOf("\n  portal:\n"), compose.indexOf("\n  roles:\n")))
                .contains("configtree:/roles/", "- roles:/roles:ro")
                .doesNotContain("POSTGRES_PASSWORD");
    }

    private BootstrapSettings settingsByFiles() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "compose",
                        Map.of(
                                "spring.config.import", "configtree:" + kept + "/",
                                "spring.datasource.url", "jdbc:postgresql://database:5432/portal",
                                "spring.datasource.username", "portal_user",
                                "portal.owner.username", "portal_owner",
                                "portal.secret-key-file", "/data/secret.key")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return BootstrapSettings.of(environment);
    }

    private record Result(int exit, String output) {}

    private Result run(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("bash", SCRIPT.toString()).redirectErrorStream(true);
        script.environment().putAll(settings);
        script.environment().put("KEPT", kept.toString());
        script.environment().put("READER", System.getProperty("user.name"));
        script.environment().put("PATH", machine.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = script.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Result(process.waitFor(), output);
    }
}
