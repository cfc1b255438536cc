package org.deviceoffboarding.audit.evidence.file;

import org.deviceoffboarding.base.InvisibleCharacters;
import org.deviceoffboarding.base.words.Written;

/** Words that people read about a file of evidence. */
final class EvidenceWords {

    private EvidenceWords() {}

    /** Returns a character so that it is seen, whatever it is: a file from anywhere must not write on somebody's terminal. */
    static String shown(char c) {
        return c < ' '
                        || (c >= 0x7F && c < 0xA0)
                        || Character.isSurrogate(c)
                        || Character.getType(c) == Character.FORMAT
                ? "U+%04X".formatted((int) c)
                : String.valueOf(c);
    }

    /** Returns text so that nothing in it acts on a terminal. */
    static String shown(String text) {
        return InvisibleCharacters.shown(text.chars()
                .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, (shown, c) -> shown.append((char) c), StringBuilder::append)
                .toString());
    }

    static String entries(long number) {
        return Written.count(number, "entry", "entries");
    }
}
