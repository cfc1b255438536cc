package org.deviceoffboarding.audit.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.FileEnd;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.content.CanonicalText;

/**
 * What a file of checkpoints had when a portal saw it last.
 *
 * @param node the portal's, see {@link CheckpointNode}
 * @param folder where the file was, as it is written in notes
 * @param length see {@link FileEnd}
 */
record SeenCheckpoints(String node, String folder, long length, SignedCheckpoint newest) {

    /** What of several counts comes last. */
    static final Comparator<SeenCheckpoints> FARTHEST =
            Comparator.comparing(SeenCheckpoints::at).thenComparing(SeenCheckpoints::length);

    /** Returns how a folder is written in notes. */
    static String said(Path folder) {
        return CanonicalText.clean(folder.toAbsolutePath().normalize().toString());
    }

    Instant at() {
        return newest.checkpoint().at();
    }

    boolean isIn(Path other) {
        return folder.equals(said(other));
    }

    /** Returns the file that it was, wherever that is now. */
    CheckpointFile file() {
        return new CheckpointFile(Path.of(folder));
    }

    /** Returns whether a file, which need not be the same, goes at least as far. */
    boolean isReachedBy(FileEnd end) {
        SignedCheckpoint now = end.newest();
        return now != null && !now.checkpoint().at().isBefore(at());
    }

    /** Returns whether the same file lacks some of it. */
    boolean isCutTo(FileEnd end) {
        return !isReachedBy(end) || end.length() < length;
    }
}
