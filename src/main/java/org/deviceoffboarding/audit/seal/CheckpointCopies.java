package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditLogNews;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.LossFile;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.seal.StoredCheckpoint.Place;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Copies checkpoints out of the database, into the file of this portal. What fails is tried again; sealing goes on meanwhile. */
@Component
class CheckpointCopies {

    private static final int AT_ONCE = 500;

    /** So many rows are looked at in one go, so that nobody who adds others keeps the sealer waiting. */
    private static final int LOOKED_AT = 10_000;

    /** No portal's clock is so far ahead. */
    static final Duration FAR_AHEAD = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(CheckpointCopies.class);

    private final CheckpointRepository checkpoints;
    private final NewestCheckpoint newest;
    private final CheckpointFile file;
    private final CheckpointWatch watch;
    private final LossFile losses;
    private final CheckpointKey key;
    private final LogOrigin origin;
    private final ObjectProvider<SealingGate> gates;
    private final AuditLog auditLog;
    private final AuditLogNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** When the newest checkpoint in the database was signed, as this portal saw it last: a later one may be another portal's. */
    private @Nullable Instant newestSeen;

    private @Nullable Passed passed;

    private volatile @Nullable String trouble;

    CheckpointCopies(
            CheckpointRepository checkpoints,
            NewestCheckpoint newest,
            CheckpointFile file,
            CheckpointWatch watch,
            LossFile losses,
            CheckpointKey key,
            LogOrigin origin,
            ObjectProvider<SealingGate> gates,
            AuditLog auditLog,
            AuditLogNews news,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.checkpoints = checkpoints;
        this.newest = newest;
        this.file = file;
        this.watch = watch;
        this.losses = losses;
        this.key = key;
        this.origin = origin;
        this.gates = gates;
        this.auditLog = auditLog;
        this.news = news;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Returns whether the log is held as it is. */
    boolean isHeld() {
        return gates.stream().anyMatch(SealingGate::isClosed);
    }

    /** Returns this log's newest checkpoint outside, as far as it can be read; nothing where no key signed it that is known. */
    Optional<SignedCheckpoint> newestOutside() {
        try {
            return ownOutside().filter(each -> each.isSignedBy(file.keys()));
        } catch (CheckpointFileException | MalformedNoteException saidWhenCopying) {
            return Optional.empty();
        }
    }

    private Optional<SignedCheckpoint> ownOutside() {
        return file.newest().filter(each -> each.checkpoint().origin().equals(origin.get()));
    }

    /** Adds what the file lacks. */
    synchronized void copy() {
        if (isHeld()) {
            return;
        }
        try {
            VerifierKey own = key.verifierKey(origin.get());
            if (!file.keys().contains(own)) {
                file.add(own);
            }
            tellOfLost();
            List<VerifierKey> known = file.keys();
            Optional<Instant> inside = newestTimeInside();
            if (lacks(inside)) {
                file.append(origin.get(), new Following(known, inside.orElseThrow())::after);
            }
            watch.keep();
            tell(
                    Stream.<Supplier<Optional<String>>>of(
                                    () -> strange(known), () -> behind(inside), () -> foreign(known))
                            .map(Supplier::get)
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElse(null),
                    null);
        } catch (CheckpointFileException | MalformedNoteException e) {
            tell(e.getMessage(), e);
        }
    }

    /** Whoever takes checkpoints away may want to seal another log in place of this one. */
    private void tellOfLost() {
        AuditableAction noticed = watch.notice();
        if (noticed != null) {
            boolean lost = noticed.result() == AuditResult.FAILED;
            if (lost) {
                rememberOutside();
            }
            log.atLevel(lost ? Level.ERROR : Level.INFO)
                    .addKeyValue("file", file.path())
                    .log(noticed.summary());
            transaction.executeWithoutResult(status -> {
                auditLog.record(Actor.PORTAL, noticed);
                events.publishEvent(new CheckpointsChanged());
            });
            watch.told();
        }
    }

    private void rememberOutside() {
        try {
            losses.write(origin.get(), clock.instant(), key); // no later than the entry of it
        } catch (CheckpointFileException e) {
            log.atWarn()
                    .setCause(e)
                    .log("That checkpoints were lost is remembered by the audit log alone: {}", e.getMessage());
        }
    }

    private Optional<Instant> newestTimeOutside() {
        return ownOutside().map(each -> each.checkpoint().at());
    }

    private Optional<Instant> newestTimeInside() {
        Optional<Instant> inside = newest.get().map(each -> each.checkpoint().at());
        if (!Objects.equals(newestSeen, inside.orElse(null))) {
            newestSeen = inside.orElse(null);
            news.note();
        }
        return inside;
    }

    /** Returns whether the file lacks some of those up to a time. */
    private boolean lacks(Optional<Instant> inside) {
        Optional<Instant> outside = newestTimeOutside();
        return inside.isPresent() && (outside.isEmpty() || outside.get().isBefore(inside.get()));
    }

    /** Returns what to say where the file still lacks some after it was added to: others stand between them. */
    private Optional<String> behind(Optional<Instant> inside) {
        return inside.filter(at -> lacks(inside))
                .map(at -> "The file " + file.path() + " is behind the database, whose newest checkpoint is of " + at
                        + ": there are so many between them that no key in " + file.keysPath()
                        + " signed that they are still being passed");
    }

    /** Returns what to say where the file's newest is none that the sealer signed: by its time it keeps others out of the file. */
    private Optional<String> strange(List<VerifierKey> known) {
        return ownOutside()
                .filter(each -> !each.isSignedBy(known)
                        || each.checkpoint().at().isAfter(clock.instant().plus(FAR_AHEAD)))
                .map(each -> "The file " + file.path() + " ends with a checkpoint of "
                        + each.checkpoint().at()
                        + " that no portal of this log signed then: move the file away, and keep it");
    }

    /** Returns what to say where the newest in the database is none of this log. */
    private Optional<String> foreign(List<VerifierKey> known) {
        return checkpoints
                .newestRow()
                .filter(row -> row.asSigned().noneMatch(signed -> signed.isSignedBy(known)))
                .map(row -> "The database has a checkpoint of " + row.at() + " that no key in " + file.keysPath()
                        + " signed");
    }

    private void tell(@Nullable String sentence, @Nullable RuntimeException cause) {
        if (sentence != null && !sentence.equals(trouble)) {
            log.atWarn()
                    .setCause(cause)
                    .log("Checkpoints of the audit log are not copied out of the database: {}", sentence);
        }
        boolean changed = !Objects.equals(trouble, sentence);
        trouble = sentence;
        if (changed) {
            events.publishEvent(new CheckpointsChanged());
        }
    }

    /** Remembers to the last what the file has: this portal stops. */
    synchronized void end() {
        watch.end();
    }

    /** Returns why the file lacks checkpoints; null where nothing keeps them from it. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /**
     * What was looked at behind the file's newest, and is none of this log.
     *
     * @param outside when the file's newest was signed
     * @param place up to where
     */
    private record Passed(Instant outside, Place place) {}

    /**
     * What the file is given from the database: what a known key signed. What somebody else put beside it is left out, and keeps nothing
     * behind it from getting there.
     */
    private final class Following {

        private final List<VerifierKey> known;
        private final Instant until;
        private int left = LOOKED_AT;
        private @Nullable Instant given;

        /** @param until when the newest was signed that a known key signed: nothing behind it is of this log */
        Following(List<VerifierKey> known, Instant until) {
            this.known = List.copyOf(known);
            this.until = until;
        }

        List<SignedCheckpoint> after(@Nullable SignedCheckpoint newest) {
            Instant outside =
                    newest == null ? Instant.EPOCH : newest.checkpoint().at();
            given = outside;
            Place place = begin(outside);
            List<SignedCheckpoint> next = new ArrayList<>();
            while (next.isEmpty() && left > 0) {
                List<StoredCheckpoint> rows = checkpoints.after(place, until, AT_ONCE);
                if (rows.isEmpty()) {
                    break;
                }
                rows.stream().flatMap(StoredCheckpoint::asSigned).forEach(each -> addIfNew(next, each));
                place = rows.getLast().place();
                left -= rows.size() - next.size();
            }
            passed = next.isEmpty() ? new Passed(outside, place) : null;
            return next;
        }

        private Place begin(Instant outside) {
            Passed before = passed;
            return before != null
                            && before.outside().equals(outside)
                            && !before.place().isBehind(until)
                    ? before.place()
                    : Place.behind(outside);
        }

        private void addIfNew(List<SignedCheckpoint> next, SignedCheckpoint each) {
            Instant at = each.checkpoint().at();
            if (each.checkpoint().origin().equals(origin.get())
                    && (given == null || at.isAfter(given))
                    && each.isSignedBy(known)) {
                next.add(each);
                given = at;
            }
        }
    }
}
