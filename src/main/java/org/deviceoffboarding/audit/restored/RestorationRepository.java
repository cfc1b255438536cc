package org.deviceoffboarding.audit.restored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RestorationRepository {

    private final JdbcClient jdbc;
    private final ConfirmationNotes notes;

    RestorationRepository(JdbcClient jdbc, ConfirmationNotes notes) {
        this.jdbc = jdbc;
        this.notes = notes;
    }

    /** Lets nobody else find one until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('audit-restoration', 0))")
                .query(row -> {});
    }

    /** Returns the one that no owner has confirmed yet. */
    Optional<Restoration> open() {
        return unconfirmed()
                .max(Comparator.comparing(FoundRestoration::id))
                .map(found -> jdbc.sql("""
                select r.*, (select e.at from audit_leaf l join audit_entry e on e.id = l.entry_id
                    where l.number = r.size_inside) as inside_at
                from audit_restoration r where r.id = :id
                """)
                        .param("id", found.id())
                        .query(RestorationRepository::read)
                        .single());
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

    List<ConfirmedRestoration> confirmed() {
        return found().stream().flatMap(each -> confirmation(each).stream()).toList();
    }

    private Stream<FoundRestoration> unconfirmed() {
        return found().stream().filter(each -> confirmation(each).isEmpty());
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
        return jdbc
                .sql("select signed from audit_restoration_confirmed where restoration_id = :id order by at")
                .param("id", found.id())
                .query(String.class)
                .list()
                .stream()
                .flatMap(signed -> notes.read(signed, found).stream())
                .findFirst();
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

    /** Confirms every one that is open: they are all of the same database. */
    void confirm(Actor by, Instant at) {
        unconfirmed()
                .forEach(found -> jdbc.sql("""
                insert into audit_restoration_confirmed (restoration_id, at, actor_id, actor_name, signed)
                values (:id, :at, :byId, :byName, :signed)
                """)
                        .param("id", found.id())
                        .param("at", Sql.timestamp(at))
                        .param("byId", by.id())
                        .param("byName", Sql.text(by.name()))
                        .param("signed", notes.sign(found, at, by.name()))
                        .update());
    }

    /** Returns whether the database has this checkpoint, so that nothing of the log can be lacking before it. */
    boolean has(SignedCheckpoint outside) {
        return jdbc.sql("select exists (select from audit_checkpoint where size = :size and note = :note)")
                .param("size", outside.checkpoint().size())
                .param("note", outside.text())
                .query(Boolean.class)
                .single();
    }

    private static Restoration read(ResultSet row, int number) throws SQLException {
        Timestamp insideAt = row.getTimestamp("inside_at");
        return new Restoration(
                row.getLong("id"),
                row.getTimestamp("found_at").toInstant(),
                row.getLong("size_inside"),
                insideAt == null ? null : insideAt.toInstant(),
                row.getLong("size_outside"),
                SignedCheckpoint.parse(row.getString("note")).checkpoint().at());
    }
}
