package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    private final KnownRestorations known;
    private final ConfirmationNotes notes;
    private final LogOrigin origin;

    RestorationRepository(JdbcClient jdbc, KnownRestorations known, ConfirmationNotes notes, LogOrigin origin) {
        this.jdbc = jdbc;
        this.known = known;
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

    /** What the portal did not write holds nothing. */
    Stream<FoundRestoration> unconfirmed() {
        return known.unconfirmed().stream();
    }

    /** Returns those of this log that owners confirmed. That its files were of another for a while excuses nothing that this one signed. */
    List<ConfirmedRestoration> confirmed() {
        return known.settled().stream()
                .filter(each -> each.isBeside(origin.get()))
                .map(Settled::confirmed)
                .toList();
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
}
