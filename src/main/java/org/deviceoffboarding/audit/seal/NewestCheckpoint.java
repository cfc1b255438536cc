package org.deviceoffboarding.audit.seal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest checkpoint in the database that counts: one that a known key signed. */
@Component
public class NewestCheckpoint {

    /** Of more than that which are not what they should be somebody has put there so many that verifying says it. */
    private static final int LOOKED_AT = 1_000;

    /** So many where one is known already: each has to be held against the keys. */
    private static final int FEW = 20;

    private static final Comparator<SignedCheckpoint> LEAST_FIRST = Comparator.comparing(
                    (SignedCheckpoint each) -> each.checkpoint().size())
            .thenComparing(each -> each.checkpoint().at());

    private final CheckpointRepository checkpoints;
    private final CheckpointFile file;
    private final LogOrigin origin;
    private final KnownKeys keys;

    /** As it was found last; null where none was. */
    private volatile @Nullable SignedCheckpoint last;

    NewestCheckpoint(CheckpointRepository checkpoints, CheckpointFile file, LogOrigin origin, KnownKeys keys) {
        this.checkpoints = checkpoints;
        this.file = file;
        this.origin = origin;
        this.keys = keys;
    }

    /**
     * Returns it; nothing where no known key ever sealed. Whatever else somebody put beside it has no say: where that is so much that the
     * newest is not found among it, it is the one that was found before, or that left the database last, and is there still.
     */
    public Optional<SignedCheckpoint> get() {
        List<VerifierKey> known = keys.readable();
        Optional<SignedCheckpoint> top = checkpoints.newest(origin.get(), known, 1);
        Optional<SignedCheckpoint> newest = top.isPresent() ? top : amongOthers(known);
        newest.ifPresent(found -> last = found);
        return newest;
    }

    private Optional<SignedCheckpoint> amongOthers(List<VerifierKey> known) {
        Optional<SignedCheckpoint> before = Stream.of(Optional.ofNullable(last), outside())
                .flatMap(Optional::stream)
                .filter(each -> each.checkpoint().origin().equals(origin.get()) && each.isSignedBy(known))
                .filter(checkpoints::has)
                .max(LEAST_FIRST);
        Optional<SignedCheckpoint> found =
                checkpoints.newest(origin.get(), known, before.isPresent() ? FEW : LOOKED_AT);
        return Stream.of(before, found).flatMap(Optional::stream).max(LEAST_FIRST);
    }

    private Optional<SignedCheckpoint> outside() {
        try {
            return file.newest();
        } catch (CheckpointFileException | MalformedNoteException saidWhenCopying) {
            return Optional.empty();
        }
    }

    /** Returns how many entries it is of; 0 where there is none. */
    long size() {
        return size(get());
    }

    /** Returns how many entries are sealed by what {@link #get} returned. */
    static long size(Optional<SignedCheckpoint> newest) {
        return newest.map(each -> each.checkpoint().size()).orElse(0L);
    }
}
