package org.deviceoffboarding.audit.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.SignedNote;
import org.springframework.stereotype.Component;

/**
 * What files of checkpoints had, signed with the key outside the database: whoever can write to the database, or to the file beside it,
 * can't let less be expected than there was. A signed note of six lines: which log, {@code seen}, the portal's node, the folder, the file's
 * length in bytes, and Base64 of its newest checkpoint.
 */
@Component
class SeenNotes {

    private static final String KIND = "seen";
    private static final int LINES = 6;

    private final CheckpointKey key;
    private final KnownKeys keys;
    private final LogOrigin origin;

    SeenNotes(CheckpointKey key, KnownKeys keys, LogOrigin origin) {
        this.key = key;
        this.keys = keys;
        this.origin = origin;
    }

    String sign(SeenCheckpoints seen) {
        String newest = Base64.getEncoder().encodeToString(seen.newest().text().getBytes(StandardCharsets.UTF_8));
        String text =
                String.join("\n", origin.get(), KIND, seen.node(), seen.folder(), String.valueOf(seen.length()), newest)
                        + "\n";
        return key.sign(origin.get(), text).note();
    }

    /** Returns what a note says; nothing where it is of another log, or signed by no key of this one. */
    Optional<SeenCheckpoints> read(String signed) {
        return said(signed).filter(this::isSigned).map(Said::seen);
    }

    /**
     * Returns what some notes say of a portal's files, of each folder the one that went farthest. As few signatures as can be are looked at:
     * that takes longest.
     */
    Collection<SeenCheckpoints> farthest(Collection<String> signed, String node) {
        Map<String, List<Said>> byFolder = signed.stream()
                .distinct()
                .flatMap(each -> said(each).stream())
                .filter(each -> each.seen().node().equals(node))
                .collect(Collectors.groupingBy(each -> each.seen().folder()));
        return byFolder.values().stream()
                .flatMap(ofFolder -> ofFolder.stream()
                        .sorted(Comparator.comparing(Said::seen, SeenCheckpoints.FARTHEST)
                                .reversed())
                        .filter(this::isSigned)
                        .limit(1))
                .map(Said::seen)
                .toList();
    }

    /** What a note says, whoever signed it. */
    private record Said(SignedNote note, SeenCheckpoints seen) {}

    private boolean isSigned(Said said) {
        return keys.readable().stream().anyMatch(each -> each.isSignerOf(said.note()));
    }

    private Optional<Said> said(String signed) {
        try {
            SignedNote note = SignedNote.parse(signed);
            List<String> lines = note.text().lines().toList();
            if (lines.size() != LINES
                    || !lines.get(0).equals(origin.get())
                    || !lines.get(1).equals(KIND)) {
                return Optional.empty();
            }
            byte[] newest = Base64.getDecoder().decode(lines.get(5));
            return Optional.of(new Said(
                    note,
                    new SeenCheckpoints(
                            lines.get(2),
                            lines.get(3),
                            Long.parseLong(lines.get(4)),
                            SignedCheckpoint.parse(new String(newest, StandardCharsets.UTF_8)))));
        } catch (MalformedNoteException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
