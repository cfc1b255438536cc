package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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

    /** What the database remembers and was not looked at yet; null before this portal first looked. */
    private @Nullable SeenSearch search;

    /** What the file had as this portal began. */
    private FileEnd atBegin = FileEnd.NONE;

    /** Up to when the file lacked what was found since; null where nothing was found, or where it was told. */
    private @Nullable Instant foundLate;

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
        AuditableAction late = late();
        if (late != null) {
            return late;
        }
        SeenCheckpoints before = had;
        return before != null && before.isCutTo(ownEnd(file)) ? lost(before.at()) : null;
    }

    /** Lets nothing be told again that {@link #notice} returned. */
    void told() {
        began = true;
        had = null;
        kept = null;
        foundLate = null;
    }

    private @Nullable AuditableAction first() {
        String here = SeenCheckpoints.said(file.folder());
        Optional<Instant> ofHere = rows.newestOf(node.name(), here);
        search = new SeenSearch(rows, notes, node.name());
        List<SeenCheckpoints> known = new ArrayList<>();
        beside.read().flatMap(notes::read).ifPresent(known::add);
        known.addAll(search.next());
        FileEnd now = ownEnd(file); // looked at last, since another portal may add to it meanwhile
        atBegin = now;
        Optional<SeenCheckpoints> lacking = lacking(known, now);
        if (lacking.isPresent()) {
            return lostAtBegin(lacking.get().at());
        }
        if (now.newest() == null && ofHere.isPresent()) { // a key that is gone, too, may have signed what it had
            return lostAtBegin(ofHere.get());
        }
        if (ofHere.isPresent() || known.stream().anyMatch(each -> each.isIn(file.folder()))) {
            had = known.stream()
                    .filter(each -> each.isIn(file.folder()))
                    .max(SeenCheckpoints.FARTHEST)
                    .orElse(null);
            return null;
        }
        String before = known.stream()
                .max(SeenCheckpoints.FARTHEST)
                .map(SeenCheckpoints::folder)
                .orElse("");
        return before.isEmpty() && !rows.hasOthers(node.name())
                ? null
                : new CheckpointsElsewhere(here, node.name(), before);
    }

    /** Goes on with what could not be looked at as this portal began, and holds it against what the file had then. */
    private @Nullable AuditableAction late() {
        SeenSearch left = search;
        if (foundLate == null && left != null && !left.isOver()) {
            foundLate = lacking(left.next(), atBegin).map(SeenCheckpoints::at).orElse(null);
        }
        Instant found = foundLate;
        return found == null ? null : lostAtBegin(found);
    }

    private Optional<SeenCheckpoints> lacking(List<SeenCheckpoints> known, FileEnd now) {
        return known.stream().filter(each -> isLacking(each, now)).max(SeenCheckpoints.FARTHEST);
    }

    /** What else is remembered is of the same loss. */
    private AuditableAction lostAtBegin(Instant until) {
        if (search != null) {
            search.end();
        }
        return lost(until);
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
