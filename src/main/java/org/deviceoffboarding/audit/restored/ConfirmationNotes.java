package org.deviceoffboarding.audit.restored;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.SignedNote;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.tree.Sha256;
import org.springframework.stereotype.Component;

/**
 * What an owner confirmed of a restored database, signed with the key outside it: whoever can write to the database alone can neither lift
 * the hold nor excuse checkpoints. A signed note of seven lines: which log, {@code restored}, how many entries were inside, when it was
 * found, when it was confirmed, by whom, and the SHA-256 of the checkpoint outside.
 */
@Component
class ConfirmationNotes {

    private static final String KIND = "restored";
    private static final int LINES = 7;

    private final CheckpointKey key;
    private final LogOrigin origin;

    ConfirmationNotes(CheckpointKey key, LogOrigin origin) {
        this.key = key;
        this.origin = origin;
    }

    /**
     * @param sizeInside up to which entry the log is here, as it was looked up
     * @param by for people
     */
    String sign(FoundRestoration found, long sizeInside, Instant at, String by) {
        return key.sign(
                        origin.get(),
                        String.join(
                                        "\n",
                                        origin.get(),
                                        KIND,
                                        String.valueOf(sizeInside),
                                        found.foundAt().toString(),
                                        at.truncatedTo(ChronoUnit.MICROS).toString(),
                                        CanonicalText.clean(by),
                                        Sha256.hex(found.outside()))
                                + "\n")
                .note();
    }

    /**
     * Returns whether a key signed a checkpoint that is known now, of whichever log it is.
     *
     * @param known the keys in the file outside
     */
    boolean isSigned(SignedCheckpoint outside, List<VerifierKey> known) {
        return outside.isSignedBy(known)
                || outside.isSignedBy(
                        List.of(key.verifierKey(outside.checkpoint().origin())));
    }

    /**
     * Returns what a note confirms of a restoration; nothing where it is not of this one, or not signed by this log.
     *
     * @param known the keys that are the log's
     */
    Optional<ConfirmedRestoration> read(String signed, FoundRestoration found, List<VerifierKey> known) {
        try {
            SignedNote note = SignedNote.parse(signed);
            List<String> lines = note.text().lines().toList();
            if (lines.size() != LINES
                    || !lines.get(0).equals(origin.get())
                    || !lines.get(1).equals(KIND)
                    || !lines.get(6).equals(Sha256.hex(found.outside()))
                    || known.stream().noneMatch(each -> each.isSignerOf(note))) {
                return Optional.empty();
            }
            return Optional.of(new ConfirmedRestoration(
                    Long.parseLong(lines.get(2)),
                    Instant.parse(lines.get(3)),
                    Instant.parse(lines.get(4)),
                    lines.get(5)));
        } catch (MalformedNoteException | NumberFormatException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
