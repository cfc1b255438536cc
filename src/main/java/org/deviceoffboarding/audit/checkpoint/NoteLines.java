package org.deviceoffboarding.audit.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes a file of notes apart: a text, an empty line, signatures, an empty line, and so on. */
final class NoteLines {

    private final BufferedReader lines;
    private boolean ended;

    NoteLines(BufferedReader lines) {
        this.lines = lines;
    }

    /** Returns the next note; null where there is none. */
    @Nullable
    String next() throws IOException {
        String text = part();
        String signatures = part();
        return signatures.isEmpty() ? null : text + "\n" + signatures;
    }

    /** Whether the file ended where the note does, so that the note may not be whole. */
    boolean isEnded() {
        return ended;
    }

    /** Returns the lines up to an empty one. */
    private String part() throws IOException {
        StringBuilder part = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return part.toString();
            }
            part.append(line).append('\n');
        }
        ended = true;
        return part.toString();
    }
}
