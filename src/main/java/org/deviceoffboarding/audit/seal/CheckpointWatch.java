package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.FileEnd;
import org.deviceoffboarding.audit.checkpoint.SeenFile;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers what this portal's file of checkpoints had, beyond its own end: in the database, now and then, and in a file in the data
 * folder, each time; so that a file that was taken away or cut is missed, also where that was done while the portal was stopped. Of what the
 * two say the most counts. For one thread at a time.
 */
@Component
class CheckpointWatch {

    /** The database is told at most so often, and when the portal stops: its rows are never taken away. */
    private static final Duration PACE = Duration.ofMinutes(10);

    private static final Comparator<SeenCheckpoints> FARTHEST =
            Comparator.comparing(SeenCheckpoints::at).thenComparing(SeenCheckpoints::length);

    private final CheckpointFile file;
    private final SeenFile beside;
    private final SeenRepository rows;
    private final SeenNotes notes;
    private final LogOrigin origin;
    private final KnownKeys keys;
    private final CheckpointNode node;
    private final Clock clock;

    /** What this portal saw last; null before it first looked, and where it saw nothing. */
    private @Nullable SeenCheckpoints had;

    private boolean began;

    /** What the database was told last by this portal; null where nothing, since it started or since it noticed a loss. */
    private @Nullable SeenCheckpoints kept;

    CheckpointWatch(
            CheckpointFile file,
            SeenFile beside,
            SeenRepository rows,
            SeenNotes notes,
            LogOrigin origin,
            KnownKeys keys,
            CheckpointNode node,
            Clock clock) {
        this.file = file;
        this.beside = beside;
        this.rows = rows;
        this.notes = notes;
        this.origin = origin;
        this.keys = keys;
        this.node = node;
        this.clock = clock;
    }

    /** Returns what is to be told of the file as it is now: that it lacks some, or is another than before. Null where nothing is. */
    @Nullable
    AuditableAction notice() {
        if (!began) {
            AuditableAction first = first();
            began = first == null;
            return first;
        }
        SeenCheckpoints before = had;
        return before != null && before.isCutTo(ownEnd(file)) ? lost(before.at()) : null;
    }

    /** Lets nothing be told again that {@link #notice} returned. */
    void told() {
        began = true;
        had = null;
        kept = null;
    }

    private @Nullable AuditableAction first() {
        String here = SeenCheckpoints.said(file.folder());
        List<SeenRepository.Row> ofHere = rows.of(node.name(), here);
        List<SeenCheckpoints> known = new ArrayList<>();
        beside.read().flatMap(notes::read).ifPresent(known::add);
        known.addAll(farthest(ofHere));
        known.addAll(farthest(rows.elsewhere(node.name(), here)));
        FileEnd now = ownEnd(file); // looked at last, since another portal may add to it meanwhile
        Optional<SeenCheckpoints> lacking =
                known.stream().filter(each -> isLacking(each, now)).max(FARTHEST);
        if (lacking.isPresent()) {
            return lost(lacking.get().at());
        }
        if (now.newest() == null && !ofHere.isEmpty()) { // a key that is gone, too, may have signed what it had
            return lost(ofHere.getFirst().at());
        }
        if (!ofHere.isEmpty() || known.stream().anyMatch(each -> each.isIn(file.folder()))) {
            had = known.stream()
                    .filter(each -> each.isIn(file.folder()))
                    .max(FARTHEST)
                    .orElse(null);
            return null;
        }
        String before =
                known.stream().max(FARTHEST).map(SeenCheckpoints::folder).orElse("");
        return before.isEmpty() && !rows.hasOthers(node.name())
                ? null
                : new CheckpointsElsewhere(here, node.name(), before);
    }

    /** Returns the farthest of each folder. What somebody said again and again is looked at once. */
    private Collection<SeenCheckpoints> farthest(List<SeenRepository.Row> said) {
        return said.stream()
                .map(SeenRepository.Row::signed)
                .distinct()
                .flatMap(signed -> notes.read(signed).stream())
                .collect(Collectors.toMap(SeenCheckpoints::folder, Function.identity(), BinaryOperator.maxBy(FARTHEST)))
                .values();
    }

    /** A file that is elsewhere now has to be there still, or its checkpoints here. */
    private boolean isLacking(SeenCheckpoints before, FileEnd now) {
        return before.isIn(file.folder())
                ? before.isCutTo(now)
                : !before.isReachedBy(now) && !before.isReachedBy(there(before));
    }

    private FileEnd there(SeenCheckpoints before) {
        try {
            return ownEnd(before.file());
        } catch (CheckpointFileException | IllegalArgumentException away) {
            return FileEnd.NONE;
        }
    }

    private AuditableAction lost(Instant until) {
        return new CheckpointsLost(CheckpointFile.NAME, SeenCheckpoints.said(file.folder()), until);
    }

    /** What another log, or nobody whom this log knows, signed is not what the file had. */
    private FileEnd ownEnd(CheckpointFile of) {
        FileEnd end = of.end();
        return Optional.ofNullable(end.newest()).filter(isOwn()).isPresent() ? end : FileEnd.NONE;
    }

    private Predicate<SignedCheckpoint> isOwn() {
        return each -> each.checkpoint().origin().equals(origin.get()) && each.isSignedBy(keys.readable());
    }

    /**
     * Remembers what the file has now.
     *
     * @throws CheckpointFileException if the file beside can't be written
     */
    void keep() {
        began = true;
        FileEnd end = ownEnd(file);
        SignedCheckpoint newest = end.newest();
        if (newest == null) {
            return;
        }
        SeenCheckpoints now =
                new SeenCheckpoints(node.name(), SeenCheckpoints.said(file.folder()), end.length(), newest);
        if (!now.equals(had)) {
            String signed = notes.sign(now);
            beside.write(signed);
            had = now;
            SeenCheckpoints last = kept;
            if (last == null || !now.at().isBefore(last.at().plus(PACE))) {
                add(now, signed);
            }
        }
    }

    /** Tells the database what it was not told yet. */
    void end() {
        SeenCheckpoints last = had;
        if (last != null && !Objects.equals(last, kept)) {
            add(last, notes.sign(last));
        }
    }

    private void add(SeenCheckpoints now, String signed) {
        rows.add(clock.instant(), now, signed);
        kept = now;
    }
}
