package org.deviceoffboarding.audit.lost;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedNote;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.springframework.stereotype.Component;

/**
 * What an owner confirmed of lost checkpoints, signed with the key outside the database: whoever can write to the database alone can't end
 * the warning. A signed note of five lines: which log, {@code lost}, when it was noticed, when it was confirmed, and by whom.
 */
@Component
class LossNotes {

    private static final String KIND = "lost";
    private static final int LINES = 5;

    private final CheckpointKey key;
    private final KnownKeys keys;
    private final LogOrigin origin;

    LossNotes(CheckpointKey key, KnownKeys keys, LogOrigin origin) {
        this.key = key;
        this.keys = keys;
        this.origin = origin;
    }

    /** Returns the note's lines: entries keep no line breaks. */
    List<String> sign(Instant noticedAt, Instant confirmedAt, String by) {
        String text = String.join(
                        "\n",
                        origin.get(),
                        KIND,
                        noticedAt.toString(),
                        confirmedAt.truncatedTo(ChronoUnit.MICROS).toString(),
                        CanonicalText.clean(by))
                + "\n";
        return key.sign(origin.get(), text).note().lines().toList();
    }

    /**
     * Returns what a note confirms; nothing where it is of an earlier loss, or not signed by this log. One that is confirmed settles those
     * before it.
     *
     * @param signed its lines, with line breaks between them
     */
    Optional<LostCheckpoints.Confirmed> read(String signed, Instant noticedAt) {
        try {
            SignedNote note = SignedNote.parse(signed + "\n");
            List<String> lines = note.text().lines().toList();
            return lines.size() == LINES
                            && lines.get(0).equals(origin.get())
                            && lines.get(1).equals(KIND)
                            && !Instant.parse(lines.get(2)).isBefore(noticedAt)
                            && !Instant.parse(lines.get(3)).isBefore(noticedAt)
                            && keys.readable().stream().anyMatch(each -> each.isSignerOf(note))
                    ? Optional.of(new LostCheckpoints.Confirmed(Instant.parse(lines.get(3)), lines.get(4)))
                    : Optional.empty();
        } catch (MalformedNoteException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
