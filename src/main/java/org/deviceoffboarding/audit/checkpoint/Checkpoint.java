package org.deviceoffboarding.audit.checkpoint;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * What the log was at a time (<a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>).
 *
 * @param origin which log
 * @param size how many entries it had
 * @param root of the tree of these entries
 * @param at when it was sealed, in whole microseconds
 */
public record Checkpoint(String origin, long size, byte[] root, Instant at) {

    private static final String AT = "at ";
    private static final int LINES = 4;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,18}");

    public Checkpoint {
        NoteSignature.requireName(origin);
        if (size < 0) {
            throw new MalformedNoteException("A log can't have fewer than no entries");
        }
        if (root.length != TreeHash.LENGTH) {
            throw new MalformedNoteException("A root has to have 32 bytes");
        }
        root = root.clone();
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws MalformedNoteException if it is not the text of a checkpoint of this portal */
    static Checkpoint parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != LINES + 1
                || !lines.getLast().isEmpty()
                || !lines.get(LINES - 1).startsWith(AT)) {
            throw new MalformedNoteException(
                    "A checkpoint has to have four lines: its log, a number, a root and a time");
        }
        return new Checkpoint(
                lines.get(0),
                size(lines.get(1)),
                NoteBase64.decode(lines.get(2), "The root"),
                time(lines.get(3).substring(AT.length())));
    }

    private static long size(String text) {
        try {
            if (NUMBER.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // Said below, in the same words.
        }
        throw new MalformedNoteException("The number of entries is not a number");
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.truncatedTo(ChronoUnit.MICROS).toString().equals(text)) {
                return time;
            }
        } catch (DateTimeParseException notATime) {
            // Said below, in the same words.
        }
        throw new MalformedNoteException("The time is not one such as 2026-11-29T15:04:05.123456Z");
    }

    /** Returns the text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + NoteBase64.encode(root) + "\n" + AT + at + "\n";
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** Returns whether the log's tree had this root. */
    public boolean hasRoot(byte[] other) {
        return Arrays.equals(root, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Checkpoint checkpoint
                && checkpoint.origin.equals(origin)
                && checkpoint.size == size
                && checkpoint.hasRoot(root)
                && checkpoint.at.equals(at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, size, Arrays.hashCode(root), at);
    }
}
