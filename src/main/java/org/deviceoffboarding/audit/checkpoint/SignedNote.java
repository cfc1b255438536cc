package org.deviceoffboarding.audit.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with signatures under it (<a href="https://c2sp.org/signed-note">C2SP signed-note</a>). That it can be read says nothing about
 * whether the signatures hold.
 *
 * @param text one or more lines, each with its end
 * @param signatures one or more
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final String BETWEEN = "\n\n";

    public SignedNote {
        requireText(text);
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty()) {
            throw new MalformedNoteException("A note has to have a signature");
        }
    }

    private static void requireText(String text) {
        if (!text.endsWith("\n") || text.equals("\n")) {
            throw new MalformedNoteException("A note's text has to have lines, and to end with the end of one");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new MalformedNoteException("A note's text can't have control characters");
        }
    }

    /** @throws MalformedNoteException if it is no note, or is not written exactly as notes are */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf(BETWEEN);
        if (end < 0 || !note.endsWith("\n")) {
            throw new MalformedNoteException("A note has to be a text, an empty line and signatures");
        }
        String lines = note.substring(end + BETWEEN.length());
        if (lines.isEmpty()) {
            throw new MalformedNoteException("A note has to have a signature");
        }
        return new SignedNote(
                note.substring(0, end + 1),
                List.of(lines.substring(0, lines.length() - 1).split("\n", -1)).stream()
                        .map(NoteSignature::parse)
                        .toList());
    }

    /** Returns the note as it is written. */
    public String note() {
        return text + "\n" + signatures.stream().map(each -> each.line() + "\n").collect(Collectors.joining());
    }
}
