package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RestorationRepository {

    private final JdbcClient jdbc;
    private final ConfirmationNotes notes;
    private final LogOrigin origin;

    RestorationRepository(JdbcClient jdbc, ConfirmationNotes notes, LogOrigin origin) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.origin = origin;
    }

    /** Lets nobody else find one until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit-restoration', 0))")
                .query(row -> {});
    }

    /** Returns the one that no owner has confirmed yet, as it is stored. */
    Optional<Restoration> open() {
        return open(FoundRestoration::sizeInside);
    }

    /** Returns the same, with the size inside that a function gives. */
    Optional<Restoration> open(ToLongFunction<FoundRestoration> sizeInside) {
        return unconfirmed()
                .max(Comparator.comparing(FoundRestoration::id))
                .flatMap(found -> shown(found, sizeInside.applyAsLong(found)));
    }

    private Optional<Restoration> shown(FoundRestoration found, long sizeInside) {
        return found.checkpoint()
                .map(outside -> new Restoration(
                        found.id(),
                        found.foundAt(),
                        sizeInside,
                        recorded(sizeInside),
                        outside.size(),
                        outside.at(),
                        !found.isOf(origin.get())));
    }

    private @Nullable Instant recorded(long number) {
        return jdbc.sql("""
                select e.at from audit_leaf l join audit_entry e on e.id = l.entry_id where l.number = :number
                """)
                .param("number", number)
                .query((row, nth) -> Sql.instant(row, "at"))
                .optional()
                .orElse(null);
    }

    /** Returns whether some wait for an owner. */
    boolean isOpen() {
        return unconfirmed().findAny().isPresent();
    }

    /** Returns whether an owner confirmed that the log ends before this checkpoint. */
    boolean isConfirmed(SignedCheckpoint outside) {
        return found().stream()
                .filter(each -> each.outside().equals(outside.text()))
                .anyMatch(each -> confirmation(each).isPresent());
    }

    /** Returns whether an owner confirmed that this database goes on beside the checkpoints of another log. */
    boolean isConfirmedBeside(String otherLog) {
        return found().stream()
                .filter(each -> each.isOf(otherLog))
                .anyMatch(each -> confirmation(each).isPresent());
    }

    /** Returns those of this log. That its files were of another for a while excuses nothing that this one signed. */
    List<ConfirmedRestoration> confirmed() {
        return found().stream()
                .filter(each -> each.isOf(origin.get()))
                .flatMap(each -> confirmation(each).stream())
                .toList();
    }

    /** Returns when the newest was found, confirmed or not. */
    Optional<Instant> lastFoundAt() {
        return found().stream()
                .filter(each -> each.checkpoint().isPresent())
                .map(FoundRestoration::foundAt)
                .max(Comparator.naturalOrder());
    }

    /** What the portal did not write holds nothing. */
    Stream<FoundRestoration> unconfirmed() {
        return found().stream()
                .filter(each -> disproof(each).isEmpty())
                .filter(each -> confirmation(each).isEmpty());
    }

    /** Returns why the portal can't have written one; nothing where it may have: the database lacks a checkpoint that was signed. */
    private Optional<String> disproof(FoundRestoration found) {
        Optional<SignedCheckpoint> outside = found.signedCheckpoint();
        if (outside.isEmpty()) {
            return Optional.of("names no checkpoint");
        }
        if (!notes.isSigned(outside.get())) {
            return Optional.of("names a checkpoint that no known key signed");
        }
        return has(outside.get()) ? Optional.of("names a checkpoint that the database has") : Optional.empty();
    }

    /** Returns what stands here that the portal did not write, a sentence for each. */
    List<String> foreign() {
        return found().stream().flatMap(this::foreign).toList();
    }

    private Stream<String> foreign(FoundRestoration found) {
        Stream<String> row = disproof(found).stream()
                .map(why ->
                        ("Row %d of those that say that the database was restored %s: it was put in past the portal, and"
                                        + " holds nothing.")
                                .formatted(found.id(), why));
        boolean forged =
                signed(found).stream().anyMatch(each -> notes.read(each, found).isEmpty());
        return forged
                ? Stream.concat(
                        row,
                        Stream.of(
                                ("A confirmation of row %d of those that say that the database was restored is signed by no key of"
                                                + " this log: it was put in past the portal, and lifts nothing.")
                                        .formatted(found.id())))
                : row;
    }

    /** There are few: somebody restored a backup so often. */
    private List<FoundRestoration> found() {
        return jdbc.sql("select id, found_at, size_inside, note from audit_restoration order by id")
                .query((row, number) -> new FoundRestoration(
                        row.getLong("id"),
                        Sql.instant(row, "found_at"),
                        row.getLong("size_inside"),
                        row.getString("note")))
                .list();
    }

    private Optional<ConfirmedRestoration> confirmation(FoundRestoration found) {
        return signed(found).stream()
                .flatMap(signed -> notes.read(signed, found).stream())
                .findFirst();
    }

    private List<String> signed(FoundRestoration found) {
        return jdbc.sql("select signed from audit_restoration_confirmed where restoration_id = :id order by at")
                .param("id", found.id())
                .query(String.class)
                .list();
    }

    void add(Instant foundAt, long sizeInside, SignedCheckpoint outside) {
        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note)
                values (:at, :inside, :outside, :note)
                """)
                .param("at", Sql.timestamp(foundAt))
                .param("inside", sizeInside)
                .param("outside", outside.checkpoint().size())
                .param("note", outside.text())
                .update();
    }

    /**
     * Confirms every one that is open: they are all of the same database.
     *
     * @param sizeInside says up to where the log is here, as it is signed
     */
    void confirm(Actor by, Instant at, ToLongFunction<FoundRestoration> sizeInside) {
        unconfirmed()
                .forEach(found -> jdbc.sql("""
                insert into audit_restoration_confirmed (restoration_id, at, actor_id, actor_name, signed)
                values (:id, :at, :byId, :byName, :signed)
                """)
                        .param("id", found.id())
                        .param("at", Sql.timestamp(at))
                        .param("byId", by.id())
                        .param("byName", Sql.text(by.name()))
                        .param("signed", notes.sign(found, sizeInside.applyAsLong(found), at, by.name()))
                        .update());
    }

    /** Returns the newest checkpoints of the database, as they are signed. */
    Set<String> newestNotes(int count) {
        return jdbc.sql("select note from audit_checkpoint order by at desc limit :count")
                .param("count", count)
                .query(String.class)
                .set();
    }

    /** Returns whether the database has this checkpoint, so that nothing of the log can be lacking before it. */
    boolean has(SignedCheckpoint outside) {
        return jdbc.sql("select exists (select from audit_checkpoint where size = :size and note = :note)")
                .param("size", outside.checkpoint().size())
                .param("note", outside.text())
                .query(Boolean.class)
                .single();
    }
}
