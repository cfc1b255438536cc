package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.deviceoffboarding.secretkey.PortalKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The command beside a portal, which is played by the test: whenever the command says something new, the portal takes a step. */
class KeyRotationCommandTest {

    private static final String OLD = "the-key-that-the-portal-had-before-1";
    private static final String NEW = "the-key-that-the-portal-has-from-now";
    private static final String OLD_ID = PortalKey.of(OLD).id();
    private static final String NEW_ID = PortalKey.of(NEW).id();

    private static String url = "";

    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.USER, ""));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Deque<String> steps = new ArrayDeque<>();
    private final Path folder;
    private final Path newKey;
    private final Path keptIn;

    KeyRotationCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        newKey = Files.writeString(folder.resolve("new.key"), NEW + "\n");
        keptIn = Files.writeString(folder.resolve("secret.key"), OLD + "\n");
    }

    @BeforeAll
    static void makeDatabase() {
        url = MigratedDatabase.create();
    }

    @BeforeEach
    void nothingWasReplaced() {
        jdbc.sql("delete from key_rotation").update();
        jdbc.sql("delete from key_holder").update();
    }

    @Test
    void aKeyInASettingIsReplacedByThatOfAFileAndWhoHasToBeGivenItIsSaid() {
        portal("PORTAL_SECRET_KEY", false, OLD_ID);
        steps.add("update key_rotation set begun_at = now(), encrypted_at = now()");

        assertThat(run(bySetting(), newKey.toString())).isZero();

        assertThat(said())
                .contains(
                        "The secret key " + OLD_ID + " is being replaced by " + NEW_ID,
                        "Everything is encrypted with the new one",
                        "Give these the new key",
                        "the portal on here, which has it from PORTAL_SECRET_KEY")
                .doesNotContain(OLD, NEW);
    }

    @Test
    void aKeyInAFileOfThePortalsIsReplacedByOneThatIsMadeAndTheEndIsAwaited() {
        portal("the file " + keptIn, true, OLD_ID);
        steps.add("update key_rotation set begun_at = now(), encrypted_at = now()");
        steps.add("update key_rotation set ended_at = now(), old_key = null, new_key = null");

        assertThat(run(inFile())).isZero();

        assertThat(said())
                .contains(
                        "In about two minutes nothing will need the one before",
                        "nothing needs it any more",
                        "<file>." + OLD_ID)
                .doesNotContain(OLD);
        assertThat(keptIn).as("the portal replaces it").hasContent(OLD);
    }

    @Test
    void aKeyThatIsMadeIsKeptInAFileUntilThePortalHasIt() throws IOException {
        portal("the file " + keptIn, false, OLD_ID);
        steps.add("update key_rotation set begun_at = now(), encrypted_at = now()");

        assertThat(run(inFile())).isZero();

        Path kept = madeKey();
        assertThat(PortalKey.of(Files.readString(kept).strip()).id())
                .isEqualTo(jdbc.sql("select new_key_id from key_rotation")
                        .query(String.class)
                        .single());
        assertThat(said())
                .contains("Give these the new key", "The new key is in " + kept)
                .doesNotContain(Files.readString(kept).strip());

        jdbc.sql("update key_rotation set ended_at = now(), old_key = null, new_key = null")
                .update();
        run(inFile(), "--status");
        assertThat(kept).as("nobody else has it").exists();
        Files.copy(kept, keptIn, StandardCopyOption.REPLACE_EXISTING);
        run(inFile(), "--status");
        assertThat(kept).doesNotExist();
    }

    @Test
    void aKeyThatIsMadeForNothingIsNotKept() throws IOException {
        assertThat(run(inFile())).isEqualTo(KeyRotationCommand.REFUSED);

        assertThat(said()).contains("No portal runs on this database");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(newKey, keptIn);
        }
    }

    @Test
    void aKeyThatCanNotBeKeptIsNotAskedFor() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> MadeKey.keepBeside(folder.resolve("gone/secret.key")))
                .withMessageContaining("Nothing was changed");
    }

    private Path madeKey() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("secret.key.next-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void askedAgainItGoesOnWithTheOneThatIsUnderWay() {
        portal("the file " + keptIn, true, OLD_ID);
        steps.add("delete from key_holder");
        run(inFile());
        portal("the file " + keptIn, true, OLD_ID);
        String first = jdbc.sql("select new_key_id from key_rotation")
                .query(String.class)
                .single();
        steps.add("delete from key_holder");

        assertThat(run(inFile())).isZero();

        assertThat(jdbc.sql("select new_key_id from key_rotation")
                        .query(String.class)
                        .list())
                .containsExactly(first);
        assertThat(said()).contains("No portal runs on this database now: it goes on as soon as one does.");
    }

    @Test
    void aSettingCanNotBeReplacedByAKeyThatNobodyKnows() {
        portal("PORTAL_SECRET_KEY", false, OLD_ID);

        assertThat(run(bySetting())).isEqualTo(KeyRotationCommand.REFUSED);

        assertThat(said()).contains("openssl rand -base64 32", "Nothing was changed");
        assertThat(jdbc.sql("select count(*) from key_rotation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoKeyIsRefused() throws IOException {
        portal("PORTAL_SECRET_KEY", false, OLD_ID);
        Path tooShort = Files.writeString(folder.resolve("short.key"), "short");

        assertThat(run(bySetting(), tooShort.toString())).isEqualTo(KeyRotationCommand.REFUSED);
        assertThat(said()).contains("is too short");
        assertThat(run(bySetting(), folder.resolve("none").toString())).isEqualTo(KeyRotationCommand.REFUSED);
        assertThat(said()).contains("can't be read");
        assertThat(run(bySetting(), keptIn.toString())).isEqualTo(KeyRotationCommand.REFUSED);
        assertThat(said()).contains("The new key is the one that the portal has");
    }

    @Test
    void whatStandsIsSaidWithoutAskingForAnything() {
        assertThat(run(bySetting(), "--status")).isZero();
        assertThat(said()).isEqualToIgnoringNewLines("The secret key was never replaced.");
    }

    @Test
    void aCommandThatIsCalledInAnotherWaySaysHow() {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(KeyRotationCommand.run(List.of("--help"), stream, stream)).isEqualTo(KeyRotationCommand.MISUSED);
        assertThat(KeyRotationCommand.run(List.of("a", "b"), stream, stream)).isEqualTo(KeyRotationCommand.MISUSED);

        assertThat(said()).contains("Usage: rotate-key [FILE]");
    }

    @Test
    void withoutAPortalThereIsNothingThatCouldEncryptAnew() {
        assertThat(run(bySetting(), newKey.toString())).isEqualTo(KeyRotationCommand.REFUSED);
        assertThat(said()).contains("No portal runs on this database", "Nothing was changed");

        RotationSettings embedded = RotationSettings.of(environment(Map.of("portal.data-dir", folder.toString())));
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(embedded::connect)
                .withMessageContaining("No portal runs on the data folder " + folder);
    }

    private int run(RotationSettings settings, String... arguments) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String text) {
                super.println(text);
                if (!steps.isEmpty()) {
                    jdbc.sql(steps.remove()).update();
                }
            }
        };
        return new KeyRotationCommand(settings, Duration.ZERO, stream, stream).run(List.of(arguments));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private void portal(String givenBy, boolean takesNew, String key) {
        jdbc.sql("""
                insert into key_holder (portal, machine, given_by, takes_new, given_key, used_key, seen_at)
                values ('portal', 'here', :givenBy, :takesNew, :key, :key, now())
                """)
                .param("givenBy", givenBy)
                .param("takesNew", takesNew)
                .param("key", key)
                .update();
    }

    private static RotationSettings bySetting() {
        return settings(Map.of("portal.secret-key", OLD));
    }

    private RotationSettings inFile() {
        return settings(Map.of("portal.secret-key-file", keptIn.toString()));
    }

    private static RotationSettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(TestDatabase.settings(url));
        all.putAll(more);
        return RotationSettings.of(environment(all));
    }

    private static StandardEnvironment environment(Map<String, String> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", new HashMap<>(settings)));
        return environment;
    }
}
