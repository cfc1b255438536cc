package org.deviceoffboarding.audit.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.seal.NewestCheckpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys in the file outside that no entry of the log names. Each key that begins to seal is an entry, so that somebody else added these:
 * who holds one can sign in the portal's place, what owners confirm among it. For several threads.
 */
@Component
class UnnamedKeys {

    private final JdbcClient jdbc;
    private final CheckpointFile file;
    private final CheckpointKey key;
    private final LogOrigin origin;
    private final NewestCheckpoint newest;

    UnnamedKeys(JdbcClient jdbc, CheckpointFile file, CheckpointKey key, LogOrigin origin, NewestCheckpoint newest) {
        this.jdbc = jdbc;
        this.file = file;
        this.key = key;
        this.origin = origin;
        this.newest = newest;
    }

    /** An entry {@code audit.key-changed}: the ID of the key before, and the key since. */
    private record Change(String before, String key) {}

    /**
     * Returns what to say of each, in the order of the file.
     *
     * @throws org.deviceoffboarding.audit.checkpoint.CheckpointFileException if the file can't be read
     * @throws org.deviceoffboarding.audit.checkpoint.MalformedNoteException if a line of it is no key
     */
    List<String> sentences() {
        List<VerifierKey> keys = file.keys().stream()
                .filter(each -> each.name().equals(origin.get()))
                .toList();
        Set<Change> changes = keys.size() < 2 ? Set.of() : changes();
        Optional<SignedCheckpoint> signed = newest.get();
        return keys.stream()
                .filter(each -> !each.equals(key.verifierKey(origin.get())))
                .filter(each ->
                        signed.filter(it -> it.isSignedBy(List.of(each))).isEmpty())
                .filter(each ->
                        changes.stream().noneMatch(change -> change.key().equals(each.text())))
                .filter(each -> !isFirst(each, keys, changes))
                .map(this::sentence)
                .toList();
    }

    /** The key that sealed first is named by its ID alone, which somebody can find another key for: that one stands behind it. */
    private static boolean isFirst(VerifierKey key, List<VerifierKey> keys, Set<Change> changes) {
        return changes.stream().map(Change::before).anyMatch(key.id()::equals)
                && keys.stream()
                        .filter(each -> each.id().equals(key.id()))
                        .findFirst()
                        .equals(Optional.of(key));
    }

    private Set<Change> changes() {
        return jdbc.sql("""
                select coalesce(details -> 'before' ->> 'key', '') as before, coalesce(details ->> 'verifierKey', '') as key
                from audit_entry where action = 'audit.key-changed'
                """)
                .query((row, number) -> new Change(row.getString("before"), row.getString("key")))
                .set();
    }

    private String sentence(VerifierKey unnamed) {
        return "The file " + file.keysPath() + " has the key " + unnamed.id()
                + ", and no entry says that it ever sealed the log: whoever holds it can sign in the portal's place. Compare the file with"
                + " a copy that is kept elsewhere, find out who added the key, and take its line away.";
    }
}
