package org.deviceoffboarding.audit.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes JSON anew that came as text, such as PostgreSQL gives a {@code jsonb} back: in whatever order, with white space, and with any
 * escapes. Nothing is made of it in between. For one thread, and used again.
 */
public final class StoredJson {

    /** Deeper in each other are no values that an entry holds. */
    private static final int DEEPEST = 500;

    private static final int MOST_DIGITS = 16;
    private static final byte[] TRUE = CanonicalWriter.ascii("true");
    private static final byte[] FALSE = CanonicalWriter.ascii("false");
    private static final byte[] NULL = CanonicalWriter.ascii("null");
    private static final byte[] NO_MEMBERS = CanonicalWriter.ascii("{}");

    private final CanonicalWriter out;
    private byte[] json = {};
    private int at;
    private int end;
    private int depth;

    public StoredJson(CanonicalWriter out) {
        this.out = out;
    }

    /**
     * Writes an object that stands in an array as UTF-8, from one place to another.
     *
     * @throws IllegalArgumentException if it is no object, or holds what an entry can't
     */
    public void write(byte[] utf8, int from, int to) {
        if (Arrays.equals(utf8, from, to, NO_MEMBERS, 0, NO_MEMBERS.length)) { // as most are
            out.put(NO_MEMBERS);
            return;
        }
        json = utf8;
        at = from;
        end = to;
        depth = 0;
        blanks();
        object();
        if (at != end) {
            throw unreadable();
        }
    }

    private void value() {
        switch (peek()) {
            case '"' -> text();
            case '{' -> object();
            case '[' -> list();
            case 't' -> out.truth(literal(TRUE));
            case 'f' -> out.truth(!literal(FALSE));
            case 'n' -> {
                literal(NULL);
                out.nothing();
            }
            default -> number();
        }
        blanks();
    }

    private void object() {
        enter('{');
        CanonicalObject object = CanonicalObject.begin(out);
        for (boolean more = peek() != '}'; more; more = another('}')) {
            object.name(name());
            blanks();
            expect(':');
            blanks();
            value();
        }
        leave('}');
        object.end();
    }

    private void list() {
        enter('[');
        out.put('[');
        for (boolean more = peek() != ']'; more; more = another(']')) {
            value();
            if (peek() == ',') {
                out.put(',');
            }
        }
        leave(']');
        out.put(']');
    }

    private void enter(char open) {
        expect(open);
        if (++depth > DEEPEST) {
            throw unreadable();
        }
        blanks();
    }

    private void leave(char close) {
        expect(close);
        depth--;
        blanks();
    }

    private boolean another(char close) {
        if (peek() == close) {
            return false;
        }
        expect(',');
        blanks();
        return true;
    }

    private void text() {
        int begin = at + 1;
        if (pass()) {
            out.text(json, begin, at - 1);
        } else {
            out.text(JsonEscapes.resolve(json, begin, at - 1));
        }
    }

    private String name() {
        int begin = at + 1;
        return pass() ? new String(json, begin, at - 1 - begin, UTF_8) : JsonEscapes.resolve(json, begin, at - 1);
    }

    /** Passes over a text; returns whether it stands there as it is, without escapes. */
    private boolean pass() {
        expect('"');
        boolean plain = true;
        for (; peek() != '"'; at++) {
            if (json[at] == '\\') {
                plain = false;
                at++;
            }
        }
        at++;
        return plain;
    }

    private boolean literal(byte[] literal) {
        if (end - at < literal.length || !Arrays.equals(json, at, at + literal.length, literal, 0, literal.length)) {
            throw unreadable();
        }
        at += literal.length;
        return true;
    }

    private void number() {
        int begin = at;
        while (at < end && (json[at] >= '0' && json[at] <= '9' || json[at] == '-' && at == begin)) {
            at++;
        }
        boolean negative = json[begin] == '-';
        int digits = at - begin - (negative ? 1 : 0);
        boolean fraction = at < end && (json[at] == '.' || json[at] == 'e' || json[at] == 'E');
        boolean zeroAhead = digits > 1 && json[at - digits] == '0';
        if (digits < 1 || digits > MOST_DIGITS || zeroAhead || fraction) {
            throw new IllegalArgumentException("An entry can hold whole numbers up to 2⁵³ only");
        }
        long number = 0;
        for (int i = at - digits; i < at; i++) {
            number = number * 10 + json[i] - '0';
        }
        out.number(negative ? -number : number);
    }

    private void blanks() {
        while (at < end && (json[at] == ' ' || json[at] == '\n' || json[at] == '\t' || json[at] == '\r')) {
            at++;
        }
    }

    private int peek() {
        if (at >= end) {
            throw unreadable();
        }
        return json[at];
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw unreadable();
        }
        at++;
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("An entry's details can't be read");
    }
}
