package org.deviceoffboarding.secretkey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this portal has its key from: a setting, which only whoever runs it can change, or a file, which it changes itself if it may. */
@Component
public class GivenKey {

    private static final String SETTING = "PORTAL_SECRET_KEY";

    private final PortalKey atStart;
    private final @Nullable Path file;

    /** Whether the last try failed: a file can seem writable and be mounted from elsewhere, or its disk be full for a while. */
    private volatile boolean refused;

    @Autowired
    GivenKey(@Value("${portal.secret-key}") String secretKey, @Value("${portal.secret-key-kept-in:}") String keptIn) {
        this(PortalKey.of(secretKey), keptIn.isEmpty() ? null : Path.of(keptIn));
    }

    private GivenKey(PortalKey atStart, @Nullable Path file) {
        this.atStart = atStart;
        this.file = file;
    }

    static GivenKey bySetting(PortalKey key) {
        return new GivenKey(key, null);
    }

    /** @param key what the file had at the start */
    public static GivenKey inFile(PortalKey key, Path file) {
        return new GivenKey(key, file);
    }

    /** Returns the key that the portal was started with. */
    PortalKey atStart() {
        return atStart;
    }

    /** Returns the key that it would be started with now. */
    PortalKey now() {
        if (file == null) {
            return atStart;
        }
        try {
            String kept = Files.readString(file).strip();
            return kept.length() < PortalKey.SHORTEST ? atStart : PortalKey.of(kept);
        } catch (IOException unreadable) {
            return atStart;
        }
    }

    /** Returns what it comes from, as whoever runs the portal knows it. */
    String source() {
        return file == null ? SETTING : "the file " + file;
    }

    /** Returns how this portal gets the key that others have by now, in a sentence for people. */
    String remedy() {
        return file == null
                ? "Whoever runs it has to start it again with the new key in " + SETTING + "."
                : "It takes the new one by itself as soon as whoever runs it has put that into " + source() + ".";
    }

    /** Returns whether {@link #replace} can work. */
    public boolean isReplaceable() {
        return file != null && !refused && Files.isWritable(file) && Files.isWritable(folder(file));
    }

    /** Returns where whoever made a key leaves it, until each portal has it. */
    public static Path ahead(Path file, String nextId) {
        return file.resolveSibling(file.getFileName() + ".next-" + nextId);
    }

    /** Forgets what whoever made the key of now left of it beside the file, which has it, too. */
    void forgetCopy() {
        if (file != null) {
            forgetCopy(file, now().id());
        }
    }

    /** Forgets what whoever made a key left of it beside the portal's file, if that has it, too. */
    public static void forgetCopy(Path file, String id) {
        Path copy = ahead(file, id);
        if (Files.exists(copy) && isIn(file, id) && isIn(copy, id)) {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException notOurs) {
                // Only its owner reads it.
            }
        }
    }

    private static boolean isIn(Path file, String id) {
        try {
            String kept = Files.readString(file).strip();
            return kept.length() >= PortalKey.SHORTEST
                    && PortalKey.of(kept).id().equals(id);
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Returns where {@link #replace} leaves a key that was there. */
    static Path besides(Path file, PortalKey before) {
        return file.resolveSibling(file.getFileName() + "." + before.id());
    }

    /**
     * Puts another key into the file, and the one before into a file beside it; a process that is killed meanwhile leaves no half of
     * one behind, and the key before wherever the new one is not.
     *
     * @return whether it is there now; else whoever runs the portal has to put it there, unless a later try can
     */
    boolean replace(PortalKey next) {
        PortalKey before = now();
        if (file == null || before.id().equals(next.id())) {
            return file != null;
        }
        try {
            Path kept = besides(file, before);
            if (Files.notExists(kept)) {
                write(kept, before.secret());
            }
            write(file, next.secret());
            refused = false;
            return true;
        } catch (IOException | UnsupportedOperationException notOurs) {
            refused = true;
            return false;
        }
    }

    private static void write(Path file, String text) throws IOException {
        // Readable by its owner only, as Java makes all such files.
        Path whole = Files.createTempFile(folder(file), ".new-", "");
        try {
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap((text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }
}
