package org.deviceoffboarding.audit.restored;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.judged.JudgedRows;
import org.deviceoffboarding.audit.judged.JudgedTable;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What counts of the restorations in the database. Whoever has got hold of the portal's role may add others: what no key signed, or what
 * the database does not lack, holds nothing, and takes a bounded effort however much it is.
 */
@Repository
class KnownRestorations {

    /** Judging so many takes some hundredths of a second where each of them has to be held against the keys. */
    private static final int AT_ONCE = 200;

    private static final JudgedTable FOUND = new JudgedTable(
            "audit_restoration",
            "judged.id, judged.found_at, judged.size_inside, judged.note",
            "audit_restoration judged");

    private static final JudgedTable CONFIRMED = new JudgedTable(
            "audit_restoration_confirmed",
            "judged.signed, r.id, r.found_at, r.size_inside, r.note",
            "audit_restoration_confirmed judged join audit_restoration r on r.id = judged.restoration_id");

    private final JdbcClient jdbc;
    private final ConfirmationNotes notes;
    private final KnownKeys keys;
    private final LogOrigin origin;
    private final JudgedRows<FoundRestoration, Lacking> found;
    private final JudgedRows<Confirmation, Settled> settled;

    KnownRestorations(JdbcClient jdbc, ConfirmationNotes notes, KnownKeys keys, LogOrigin origin) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.keys = keys;
        this.origin = origin;
        this.found = new JudgedRows<>(jdbc, FOUND, KnownRestorations::found, AT_ONCE);
        this.settled = new JudgedRows<>(jdbc, CONFIRMED, KnownRestorations::confirmation, AT_ONCE);
    }

    /** What says to confirm a restoration. */
    private record Confirmation(FoundRestoration of, String signed) {}

    static FoundRestoration found(ResultSet row, int number) throws SQLException {
        return new FoundRestoration(
                row.getLong("id"), Sql.instant(row, "found_at"), row.getLong("size_inside"), row.getString("note"));
    }

    private static Confirmation confirmation(ResultSet row, int number) throws SQLException {
        return new Confirmation(found(row, number), row.getString("signed"));
    }

    /** Returns those that owners confirmed, the oldest first. */
    List<Settled> settled() {
        List<VerifierKey> known = keys.readable();
        return settled.counting(
                known, rows -> rows.stream().flatMap(row -> read(row, known)).toList());
    }

    private Stream<Settled> read(Confirmation row, List<VerifierKey> known) {
        return row.of().checkpoint().stream()
                .flatMap(outside -> notes.read(row.signed(), row.of(), known).stream()
                        .map(confirmed -> new Settled(row.of(), outside, confirmed, row.signed())));
    }

    /** Returns those that wait for an owner, the oldest first. */
    List<FoundRestoration> unconfirmed() {
        List<VerifierKey> known = keys.readable();
        List<Lacking> lacking = found.counting(known, rows -> lacking(rows, known));
        if (lacking.isEmpty()) {
            return List.of();
        }
        List<Settled> confirmed = settled();
        List<FoundRestoration> left = lacking.stream()
                .map(Lacking::found)
                .filter(each -> each.signedCheckpoint()
                        .filter(it -> isSettled(it, confirmed))
                        .isEmpty())
                .toList();
        return withoutThoseThatAreThere(left);
    }

    /** What is quickly known to hold nothing is left out first: a signature takes longest to check. */
    private List<Lacking> lacking(List<FoundRestoration> rows, List<VerifierKey> known) {
        List<FoundRestoration> distinct = rows.stream()
                .filter(each -> each.checkpoint().isPresent())
                .map(Lacking::new)
                .distinct()
                .map(Lacking::found)
                .toList();
        return withoutThoseThatAreThere(distinct).stream()
                .filter(each -> each.signedCheckpoint()
                        .filter(it -> notes.isSigned(it, known))
                        .isPresent())
                .map(Lacking::new)
                .toList();
    }

    private List<FoundRestoration> withoutThoseThatAreThere(List<FoundRestoration> rows) {
        Set<String> there = there(
                rows.stream().flatMap(each -> each.signedCheckpoint().stream()).toList());
        return rows.stream().filter(each -> !there.contains(each.outside())).toList();
    }

    private boolean isSettled(SignedCheckpoint outside, List<Settled> confirmed) {
        return confirmed.stream().anyMatch(each -> each.settles(outside, origin.get()));
    }

    /** Returns whether an owner confirmed that the log ends before this checkpoint, or goes on beside that of another. */
    boolean isSettled(SignedCheckpoint outside) {
        return isSettled(outside, settled());
    }

    /** Returns when the newest was found that counts, confirmed or not. */
    Optional<Instant> lastFoundAt() {
        return Stream.concat(
                        settled().stream().map(each -> each.confirmed().foundAt()),
                        unconfirmed().stream().map(FoundRestoration::foundAt))
                .max(Comparator.naturalOrder());
    }

    /** Returns which of some checkpoints the database has, as they are signed: nothing of the log can be lacking before these. */
    Set<String> there(Collection<SignedCheckpoint> outside) {
        if (outside.isEmpty()) {
            return Set.of();
        }
        return jdbc.sql("""
                select f.note
                from unnest(:sizes, cast(:ats as timestamptz[]), :notes) f (size, at, note)
                    cross join lateral (
                        select c.note from audit_checkpoint c where c.size = f.size and c.at = f.at and c.note = f.note offset 0) inside
                """)
                .param(
                        "sizes",
                        outside.stream().map(each -> each.checkpoint().size()).toArray(Long[]::new))
                .param(
                        "ats",
                        outside.stream()
                                .map(each -> each.checkpoint().at().toString())
                                .toArray(String[]::new))
                .param("notes", outside.stream().map(SignedCheckpoint::text).toArray(String[]::new))
                .query(String.class)
                .set();
    }
}
