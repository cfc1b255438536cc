package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON that is in the one form of RFC 8785, character by character, and refuses whatever could have been written otherwise: so
 * two texts that differ never mean the same. Of numbers it knows whole ones up to 2⁵³, which is all that entries hold.
 */
final class CanonicalReader extends RecordedText {

    private static final int DEEPEST = 100;
    private static final String SHORT_ESCAPES = "\"\\btnfr";
    private static final String ESCAPED = "\"\\\b\t\n\f\r";

    private final boolean inHtml;
    private int depth;

    /** @param inHtml whether {@code <} stands as an escape, since it would end what it stands in; never without */
    CanonicalReader(Reader in, boolean inHtml) {
        super(in);
        this.inHtml = inHtml;
    }

    /** Reads any value: text, a truth value, a {@code Long}, a list or a map of these, or null. */
    @Nullable
    Object value() throws IOException, EvidenceMisfitException {
        return switch (peek()) {
            case '"' -> text();
            case '{' -> object();
            case '[' -> list();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private @Nullable Object literal(String text, @Nullable Object value) throws IOException, EvidenceMisfitException {
        expect(text);
        return value;
    }

    Map<String, @Nullable Object> object() throws IOException, EvidenceMisfitException {
        Map<String, @Nullable Object> members = new TreeMap<>();
        String last = null;
        open('{');
        while (peek() != '}') {
            if (last != null) {
                expect(",");
            }
            String name = text();
            if (last != null && last.compareTo(name) >= 0) {
                throw new EvidenceMisfitException("the member '" + name + "' is not in its place");
            }
            expect(":");
            members.put(name, value());
            last = name;
        }
        close();
        return members;
    }

    List<@Nullable Object> list() throws IOException, EvidenceMisfitException {
        List<@Nullable Object> values = new ArrayList<>();
        open('[');
        while (peek() != ']') {
            if (!values.isEmpty()) {
                expect(",");
            }
            values.add(value());
        }
        close();
        return values;
    }

    private void open(char bracket) throws IOException, EvidenceMisfitException {
        expect(String.valueOf(bracket));
        if (++depth > DEEPEST) {
            throw new EvidenceMisfitException("values stand in each other deeper than in any entry");
        }
    }

    private void close() throws IOException, EvidenceMisfitException {
        take();
        depth--;
    }

    long number() throws IOException, EvidenceMisfitException {
        StringBuilder digits = new StringBuilder();
        if (peek() == '-') {
            digits.append(take());
        }
        while (peek() >= '0' && peek() <= '9' && digits.length() < 18) {
            digits.append(take());
        }
        if (!digits.toString().matches("0|-?[1-9][0-9]*")) {
            throw new EvidenceMisfitException(
                    atEnd()
                            ? "the file ends too early: it was cut off"
                            : "there is '" + EvidenceWords.shown((char) peek()) + "' where a value belongs");
        }
        long number = Long.parseLong(digits.toString());
        if (Math.abs(number) > CanonicalText.LARGEST_NUMBER) {
            throw new EvidenceMisfitException("the number " + number + " is larger than any in an entry");
        }
        return number;
    }

    String text() throws IOException, EvidenceMisfitException {
        StringBuilder text = new StringBuilder();
        expect("\"");
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ' || (inHtml && c == '<')) {
                throw new EvidenceMisfitException(
                        "a text holds '" + EvidenceWords.shown(c) + "', which is written otherwise");
            }
            if (c == '\\') {
                escaped(text);
            } else {
                keep(c);
                text.append(c);
            }
        }
        keep('"');
        return text.toString();
    }

    private void escaped(StringBuilder text) throws IOException, EvidenceMisfitException {
        char c = next();
        int which = SHORT_ESCAPES.indexOf(c);
        if (which >= 0) {
            keep('\\');
            keep(c);
            text.append(ESCAPED.charAt(which));
        } else if (c == 'u') {
            text.append(hexadecimal());
        } else {
            throw new EvidenceMisfitException(
                    "a text holds '\\" + EvidenceWords.shown(c) + "', which is written otherwise");
        }
    }

    private char hexadecimal() throws IOException, EvidenceMisfitException {
        String digits = "" + next() + next() + next() + next();
        if (inHtml && digits.equals("003c")) {
            keep('<');
            return '<';
        }
        if (digits.matches("00[01][0-9a-f]") && ESCAPED.indexOf(Integer.parseInt(digits, 16)) < 0) {
            keep("\\u" + digits);
            return (char) Integer.parseInt(digits, 16);
        }
        throw new EvidenceMisfitException("a text holds '\\u" + digits + "', which is written otherwise");
    }
}
