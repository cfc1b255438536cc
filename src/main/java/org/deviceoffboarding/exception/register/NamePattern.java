package org.deviceoffboarding.exception.register;

import java.util.Arrays;
import java.util.Locale;

/** A pattern for device names: {@code *} stands for any text, {@code ?} for one character; case does not count. */
record NamePattern(String text) {

    private static final int LONGEST = 256;

    /** @throws ExceptionRefusedException if it is blank, too long, or says nothing that would tell one device from another */
    NamePattern {
        text = text.strip();
        if (text.isEmpty()) {
            throw new ExceptionRefusedException(
                    "Give a name pattern, such as VIP-*.", ExceptionRefusedException.TARGET);
        }
        if (text.length() > LONGEST) {
            throw new ExceptionRefusedException(
                    "The name pattern is longer than " + LONGEST + " characters.", ExceptionRefusedException.TARGET);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new ExceptionRefusedException(
                    "The name pattern '" + text
                            + "' fits every name. Give at least one letter or digit, such as VIP-*.",
                    ExceptionRefusedException.TARGET);
        }
    }

    /** Returns the same for patterns that match the same names in the same way. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns whether a whole name fits. Takes no longer than the two are long, whatever they are. */
    boolean fits(String name) {
        int[] wanted = key().codePoints().toArray();
        int[] given = name.strip().toLowerCase(Locale.ROOT).codePoints().toArray();
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < given.length; ) {
            if (at < wanted.length && wanted[at] == '*') {
                star = at++;
                resume = i;
            } else if (at < wanted.length && (wanted[at] == '?' || wanted[at] == given[i])) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return Arrays.stream(wanted, at, wanted.length).allMatch(c -> c == '*');
    }
}
