package org.deviceoffboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar does beside starting the portal: by its main class, with files that an earlier build wrote. */
class PortalApplicationTest {

    private static final String KEPT = "/evidence/format-";
    private static final List<Integer> FORMATS = List.of(1, 2, 3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void evidenceThatWasWrittenLongAgoStillFits() throws IOException {
        for (int format : FORMATS) {
            String keys = kept(KEPT + format + "-keys.txt").toString();
            for (String form : List.of(".html", ".json")) {
                assertThat(command("verify", kept(KEPT + format + form).toString(), keys))
                        .as(said())
                        .isZero();
                assertThat(said())
                        .contains("2 entries, unchanged since the log was sealed at 2026-11-29T15:04:05.123456Z");
            }
        }
    }

    @Test
    void evidenceThatWasAlteredDoesNot() throws IOException {
        for (int format : FORMATS) {
            Path file = kept(KEPT + format + ".html");
            Files.writeString(file, Files.readString(file).replace("<td>Renamed the lamp", "<td>Sold the lamp"));

            assertThat(command("verify", file.toString())).isEqualTo(1);

            assertThat(said()).contains("Entry 3: what its row shows is not what the JSON says");
        }
    }

    @Test
    void whatCanNotBeReadIsSaid() {
        assertThat(command("verify", folder.resolve("nothing").toString())).isEqualTo(2);

        assertThat(said()).contains("does not exist");
    }

    @Test
    void everythingElseStartsThePortal() {
        assertThat(PortalApplication.command(List.of(), System.out, System.err)).isEmpty();
        assertThat(PortalApplication.command(List.of("--server.port=0", "verify"), System.out, System.err))
                .isEmpty();
    }

    private int command(String... words) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return PortalApplication.command(List.of(words), stream, stream).orElseThrow();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Path kept(String name) throws IOException {
        Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream content = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
            Files.write(copy, content.readAllBytes());
        }
        return copy;
    }
}
