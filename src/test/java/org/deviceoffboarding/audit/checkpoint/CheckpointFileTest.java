package org.deviceoffboarding.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {

    private static final String ORIGIN = "log";
    private static final CheckpointKey KEY = CheckpointKey.create();

    private final Path folder;
    private final CheckpointFile file;

    CheckpointFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = new CheckpointFile(folder);
    }

    @Test
    void whatIsAddedIsReadAgain() throws IOException {
        assertThat(file.newest()).isEmpty();
        assertThat(file.append(ORIGIN, upTo(3))).isEqualTo(3);
        assertThat(file.append(ORIGIN, upTo(5))).isEqualTo(2);
        assertThat(file.append(ORIGIN, upTo(5))).isZero();

        assertThat(sizes(file)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(file.newest().orElseThrow().checkpoint().size()).isEqualTo(5);
        assertThat(Files.readString(file.path()))
                .isEqualTo(String.join("\n", texts(5)) + "\n")
                .endsWith("=\n\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void twoProcessesThatAddAtOnceLoseAndTearNothing() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), KEY.pem());
        List<Process> processes = List.of(AppendingProcess.start(folder, key), AppendingProcess.start(folder, key));
        for (Process each : processes) {
            assertThat(each.inputReader().readLine()).isEqualTo(AppendingProcess.READY);
        }
        for (Process each : processes) {
            each.outputWriter().append('\n').flush();
        }

        int added = 0;
        for (Process each : processes) {
            added += Integer.parseInt(each.inputReader().readLine());
            assertThat(each.waitFor()).isZero();
        }

        assertThat(added).isEqualTo(AppendingProcess.CHECKPOINTS);
        assertThat(Files.readString(file.path()))
                .isEqualTo(String.join("\n", texts(AppendingProcess.CHECKPOINTS)) + "\n");
        assertThat(file.keys()).containsExactly(KEY.verifierKey(ORIGIN));
    }

    @Test
    void whereverAProcessWasKilledTheFileIsWholeAgainAfterwards() throws IOException {
        file.append(ORIGIN, upTo(3));
        byte[] whole = Files.readAllBytes(file.path());
        int two = String.join("\n", texts(2)).getBytes(StandardCharsets.UTF_8).length + 1;

        for (int length = 0; length <= whole.length; length++) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            if (length >= two) {
                long newest = length >= whole.length - 1 ? 3 : 2;
                assertThat(file.newest().orElseThrow().checkpoint().size())
                        .as("%s of %s bytes", length, whole.length)
                        .isEqualTo(newest);
                assertThat(sizes(file)).last().isEqualTo(newest);
            }

            file.append(ORIGIN, upTo(3));
            assertThat(Files.readAllBytes(file.path())).as("%s bytes", length).isEqualTo(whole);
        }
    }

    @Test
    void severalAtOnceAddEachCheckpointOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> add = () -> new CheckpointFile(folder).append(ORIGIN, upTo(50));
            var added = threads.invokeAll(Collections.nCopies(40, add));
            int sum = 0;
            for (var each : added) {
                sum += each.get();
            }
            assertThat(sum).isEqualTo(50);
        }
        assertThat(sizes(file)).hasSize(50).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theCheckpointsOfAnotherLogStayAlone() throws IOException {
        file.append(ORIGIN, upTo(2));
        byte[] before = Files.readAllBytes(file.path());

        assertThatExceptionOfType(CheckpointFileException.class)
                .isThrownBy(() -> file.append("another", upTo(3)))
                .withMessageContaining(file.path() + " is of another audit log")
                .withMessageContaining("PORTAL_CHECKPOINT_DIR");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    @Test
    void aFileOfSomethingElseStaysAlone() throws IOException {
        Files.writeString(file.path(), "Dear diary,\n\n".repeat(1_000));
        byte[] before = Files.readAllBytes(file.path());

        assertThatExceptionOfType(CheckpointFileException.class)
                .isThrownBy(() -> file.append(ORIGIN, upTo(1)))
                .withMessageContaining("move it away");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    @Test
    void somethingElseBetweenCheckpointsIsToldOf() throws IOException {
        file.append(ORIGIN, upTo(3));
        Files.writeString(file.path(), Files.readString(file.path()).replace("\n2\n", "\ntwo\n"));

        assertThatExceptionOfType(MalformedNoteException.class).isThrownBy(() -> sizes(file));
    }

    @Test
    void aFolderThatIsGoneIsToldOf() {
        CheckpointFile gone = new CheckpointFile(folder.resolve("gone"));

        assertThatExceptionOfType(CheckpointFileException.class)
                .isThrownBy(() -> gone.append(ORIGIN, upTo(1)))
                .withMessageContaining("can't be written");
        assertThat(gone.newest()).isEmpty();
        assertThat(gone.keys()).isEmpty();
    }

    @Test
    void keysAreKeptOnceEachInTheirOrder() throws IOException {
        VerifierKey first = KEY.verifierKey(ORIGIN);
        VerifierKey second = CheckpointKey.create().verifierKey(ORIGIN);
        file.add(first);
        file.add(second);
        file.add(first);

        assertThat(file.keys()).containsExactly(first, second);
        assertThat(Files.readString(file.keysPath())).isEqualTo(first + "\n" + second + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.keysPath())))
                .isEqualTo("rw-------");
    }

    private static List<Long> sizes(CheckpointFile file) {
        List<Long> sizes = new ArrayList<>();
        file.read(each -> sizes.add(each.checkpoint().size()));
        return sizes;
    }

    private static List<String> texts(int last) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= last; i++) {
            texts.add(checkpoint(i).text());
        }
        return texts;
    }

    /** Gives two at a time. */
    private static Function<@Nullable SignedCheckpoint, List<SignedCheckpoint>> upTo(int last) {
        return newest -> {
            long from = newest == null ? 0 : newest.checkpoint().size();
            List<SignedCheckpoint> next = new ArrayList<>();
            for (long size = from + 1; size <= Math.min(last, from + 2); size++) {
                next.add(checkpoint(size));
            }
            return next;
        };
    }

    private static SignedCheckpoint checkpoint(long size) {
        return KEY.sign(new Checkpoint(ORIGIN, size, new byte[32], Instant.ofEpochSecond(size)));
    }
}
