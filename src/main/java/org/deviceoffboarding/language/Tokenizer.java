package org.deviceoffboarding.language;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.language.Token.Kind;

/** Parts a text into words and marks. Brackets and bullets mean nothing and are passed over. */
public final class Tokenizer {

    private static final String OPENING = "\"“„«'‘‚`";
    private static final String QUOTATION_MARKS = "\"“”„«»";
    private static final String COMMAS = ",;،、";
    private static final String BRACKETS = "[](){}";
    private static final String BULLETS = "-*•–—·";

    /** Nobody means more by one value, and looking further would take long in a text full of quotation marks. */
    private static final int LONGEST_QUOTED = 400;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean newLine = true;

    private Tokenizer(String text) {
        this.text = text;
    }

    /** Returns the tokens in order. An opening quotation mark that is never closed belongs to its word. */
    public static List<Token> of(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (isLineBreak(c)) {
            newLine = true;
            at++;
        } else if (isSpace(c) || BRACKETS.indexOf(c) >= 0 || c == ':') {
            at++;
        } else if (newLine && bullet() > 0) {
            at += bullet();
        } else if (COMMAS.indexOf(c) >= 0) {
            add(Kind.COMMA, text.substring(at, at + 1), at + 1);
        } else if (OPENING.indexOf(c) >= 0 && closing(c) > 0) {
            quoted(closing(c));
        } else {
            word();
        }
    }

    private void quoted(int closing) {
        String quoted = text.substring(at + 1, closing);
        add(Kind.QUOTED, (text.charAt(at) == '"' ? quoted.replace("\"\"", "\"") : quoted), closing + 1);
    }

    private void word() {
        int end = Math.max(at + 1, endOfId());
        int open = 0;
        boolean unclosed = OPENING.indexOf(text.charAt(at)) >= 0;
        while (end < text.length() && !endsWord(text.charAt(end), open, unclosed)) {
            open += isPlain(text.charAt(end)) ? 0 : opens(text.charAt(end));
            end++;
        }
        int stripped = end;
        while (stripped > at && ".:!…".indexOf(text.charAt(stripped - 1)) >= 0) {
            stripped--;
        }
        boolean stop = text.substring(stripped, end).chars().anyMatch(c -> c != ':');
        if (stripped > at) {
            add(Kind.WORD, text.substring(at, stripped), stripped);
        }
        if (stop) {
            add(Kind.STOP, ".", end);
        }
        at = end;
    }

    /** Returns where an ID ends that begins here, though spaces without width stand in it; 0 where none does. */
    private int endOfId() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == ':'
                        || isSpaceWithoutWidth(text.charAt(end)))) {
            end++;
        }
        return end - at >= 32 && Guids.parse(text.substring(at, end)) != null ? end : 0;
    }

    private static boolean endsWord(char c, int open, boolean unclosed) {
        return !isPlain(c) && isMarkOrSpace(c, open, unclosed);
    }

    /** Most characters are; the others take longer to tell apart. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private static boolean isMarkOrSpace(char c, int open, boolean unclosed) {
        return isSpace(c)
                || isLineBreak(c)
                || COMMAS.indexOf(c) >= 0
                || (!unclosed && QUOTATION_MARKS.indexOf(c) >= 0)
                || (open == 0 && opens(c) < 0);
    }

    private static int opens(char c) {
        return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }

    /** Returns where the quotation marks are closed in the same line, or 0. */
    private int closing(char opening) {
        int limit = Math.min(text.length(), at + LONGEST_QUOTED);
        for (int i = at + 1; i < limit && !isLineBreak(text.charAt(i)); i++) {
            if (closes(opening, text.charAt(i))) {
                if (opening == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++; // two of them stand for one
                } else if (opening != '\''
                        || i + 1 == text.length()
                        || !Character.isLetterOrDigit(text.charAt(i + 1))) {
                    return i;
                }
            }
        }
        return 0;
    }

    private static boolean closes(char opening, char c) {
        return switch (opening) {
            case '"' -> c == '"';
            case '“', '„' -> c == '”' || c == '“' || c == '"';
            case '«' -> c == '»';
            case '`' -> c == '`' || c == '\'';
            default -> c == '\'' || c == '’' || c == '‘';
        };
    }

    /** Returns the length of what only marks the line as part of a list, or 0. */
    private int bullet() {
        int end = at;
        while (end < text.length() && end < at + 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end < text.length() && (end > at ? ".)" : BULLETS).indexOf(text.charAt(end)) >= 0) {
            end++;
            return end < text.length() && isSpace(text.charAt(end)) ? end - at : 0;
        }
        return 0;
    }

    private void add(Kind kind, String content, int end) {
        tokens.add(new Token(kind, content, at, end, newLine));
        newLine = false;
        at = end;
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || isSpaceWithoutWidth(c);
    }

    private static boolean isSpaceWithoutWidth(char c) {
        return c == '\uFEFF' || c == '\u200B';
    }
}
