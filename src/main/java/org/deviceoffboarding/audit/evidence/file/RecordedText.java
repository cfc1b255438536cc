package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Text that is read character by character, of which what is JSON is kept as it was until somebody takes it. */
abstract class RecordedText {

    private static final int LONGEST = 1 << 26;
    private static final int NOT_LOOKED = -2;
    private static final int END = -1;

    private final Reader in;
    private final StringBuilder recorded = new StringBuilder();
    private int ahead = NOT_LOOKED;

    RecordedText(Reader in) {
        this.in = in;
    }

    /** Returns the next character without taking it, or -1 at the end. */
    final int peek() throws IOException {
        if (ahead == NOT_LOOKED) {
            ahead = in.read();
        }
        return ahead;
    }

    final boolean atEnd() throws IOException {
        return peek() == END;
    }

    final char next() throws IOException, EvidenceMisfitException {
        int c = peek();
        if (c == END) {
            throw new EvidenceMisfitException("the file ends too early: it was cut off");
        }
        ahead = NOT_LOOKED;
        return (char) c;
    }

    /** Takes a character, and keeps it as it is in JSON outside HTML. */
    final char take() throws IOException, EvidenceMisfitException {
        char c = next();
        keep(c);
        return c;
    }

    final void keep(char c) throws EvidenceMisfitException {
        recorded.append(c);
        requireShort();
    }

    final void keep(String text) throws EvidenceMisfitException {
        recorded.append(text);
        requireShort();
    }

    private void requireShort() throws EvidenceMisfitException {
        if (recorded.length() > LONGEST) {
            throw new EvidenceMisfitException("a part of the file is longer than any that the portal writes");
        }
    }

    /** Returns what was read since the last time, as it is in JSON outside HTML. */
    final String recorded() {
        String text = recorded.toString();
        recorded.setLength(0);
        return text;
    }

    /** Returns how much was read since {@link #recorded()}. */
    final int position() {
        return recorded.length();
    }

    /** Returns what was read since a position. */
    final String since(int position) {
        return recorded.substring(position);
    }

    /** Takes exactly this. */
    final void expect(String text) throws IOException, EvidenceMisfitException {
        for (int i = 0; i < text.length(); i++) {
            char c = take();
            if (c != text.charAt(i)) {
                throw new EvidenceMisfitException(
                        "there is '" + EvidenceWords.shown(c) + "' where '" + text + "' belongs");
            }
        }
    }

    /**
     * Takes text that is no JSON.
     *
     * @return null if it is exactly as expected; else what stands where it differs. The rest is not taken
     */
    final @Nullable String differs(String text) throws IOException, EvidenceMisfitException {
        for (int i = 0; i < text.length(); i++) {
            if (peek() != text.charAt(i)) {
                return atEnd() ? "" : EvidenceWords.shown((char) peek());
            }
            next();
        }
        return null;
    }

    /** Takes text that is no JSON up to the end of a mark; returns whether there is one. */
    final boolean skipBehind(String mark) throws IOException, EvidenceMisfitException {
        return upTo(mark, 0) != null;
    }

    /**
     * Takes text that is no JSON up to the end of a mark.
     *
     * @param most so many characters of it are returned at most
     * @return what was taken, with the mark where it is not longer; null if there is no mark
     */
    final @Nullable String upTo(String mark, int most) throws IOException, EvidenceMisfitException {
        StringBuilder taken = new StringBuilder();
        StringBuilder last = new StringBuilder();
        while (!atEnd()) {
            char c = next();
            if (taken.length() < most) {
                taken.append(c);
            }
            last.append(c);
            if (last.length() > mark.length()) {
                last.deleteCharAt(0);
            }
            if (mark.contentEquals(last)) {
                return taken.toString();
            }
        }
        return null;
    }
}
