package org.deviceoffboarding.audit.restored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what stands among the restorations that this portal did not write. */
@Repository
class ForeignRestorations {

    /** More of a kind are not named, nor looked for. */
    private static final int NAMED = 20;

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final KnownRestorations known;
    private final ConfirmationNotes notes;
    private final KnownKeys keys;

    ForeignRestorations(JdbcClient jdbc, KnownRestorations known, ConfirmationNotes notes, KnownKeys keys) {
        this.jdbc = jdbc;
        this.known = known;
        this.notes = notes;
        this.keys = keys;
    }

    private record Confirmation(long id, FoundRestoration of, String signed) {}

    /** A row, and what to say of it. */
    private record Said(long id, Optional<String> sentence) {}

    /** Returns a sentence for each of the first ones, and one that says that there are more. */
    List<String> sentences() {
        List<VerifierKey> keysNow = keys.readable();
        return Stream.concat(
                        few(after -> restorations(after, keysNow)).stream(),
                        few(after -> confirmations(after, keysNow)).stream())
                .toList();
    }

    /** @param page what is to be said of some rows behind one, in their order; empty behind the last */
    private static List<String> few(Function<Long, List<Said>> page) {
        List<String> sentences = new ArrayList<>();
        for (List<Said> rows = page.apply(Long.MIN_VALUE);
                !rows.isEmpty() && sentences.size() <= NAMED;
                rows = page.apply(rows.getLast().id())) {
            rows.stream().flatMap(each -> each.sentence().stream()).forEach(sentences::add);
        }
        if (sentences.size() > NAMED) {
            sentences.subList(NAMED, sentences.size()).clear();
            sentences.add("There are more such rows than are named here.");
        }
        return sentences;
    }

    private List<Said> restorations(long after, List<VerifierKey> keysNow) {
        return jdbc
                .sql("""
                select id, found_at, size_inside, note from audit_restoration where id > :after order by id limit :most
                """)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(KnownRestorations::found)
                .list()
                .stream()
                .map(row -> new Said(row.id(), disproof(row, keysNow).map(why -> restoration(row, why))))
                .toList();
    }

    /** Returns why the portal can't have written one; nothing where it may have: the database lacks a checkpoint that was signed. */
    private Optional<String> disproof(FoundRestoration found, List<VerifierKey> keysNow) {
        Optional<SignedCheckpoint> outside = found.signedCheckpoint();
        if (outside.isEmpty()) {
            return Optional.of("names no checkpoint");
        }
        if (!notes.isSigned(outside.get(), keysNow)) {
            return Optional.of("names a checkpoint that no known key signed");
        }
        return known.there(List.of(outside.get())).isEmpty()
                ? Optional.empty()
                : Optional.of("names a checkpoint that the database has");
    }

    private static String restoration(FoundRestoration row, String why) {
        return "Row %d of those that say that the database was restored %s: it was put in past the portal, and holds nothing."
                .formatted(row.id(), why);
    }

    private List<Said> confirmations(long after, List<VerifierKey> keysNow) {
        return jdbc
                .sql("""
                select c.id as confirmation, c.signed, r.id, r.found_at, r.size_inside, r.note
                from audit_restoration_confirmed c join audit_restoration r on r.id = c.restoration_id
                where c.id > :after order by c.id limit :most
                """)
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, number) -> new Confirmation(
                        row.getLong("confirmation"), KnownRestorations.found(row, number), row.getString("signed")))
                .list()
                .stream()
                .map(row -> new Said(row.id(), confirmation(row, keysNow)))
                .toList();
    }

    private Optional<String> confirmation(Confirmation row, List<VerifierKey> keysNow) {
        return notes.read(row.signed(), row.of(), keysNow).isPresent()
                ? Optional.empty()
                : Optional.of(
                        ("A confirmation of row %d of those that say that the database was restored is signed by no key of this log: it"
                                        + " was put in past the portal, and lifts nothing.")
                                .formatted(row.of().id()));
    }
}
