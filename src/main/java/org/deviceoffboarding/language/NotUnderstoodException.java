package org.deviceoffboarding.language;

import java.util.List;

/** A sentence cannot be understood; never leaves this module. */
public class NotUnderstoodException extends RuntimeException {

    private final int start;
    private final int end;
    private final String sentence;
    private final transient List<String> replacements;

    /**
     * @param start of the words in question, in the whole text
     * @param replacements what could stand there instead, the likeliest first
     */
    public NotUnderstoodException(int start, int end, String sentence, List<String> replacements) {
        super(sentence, null, false, false);
        this.start = start;
        this.end = end;
        this.sentence = sentence;
        this.replacements = List.copyOf(replacements);
    }

    public static NotUnderstoodException at(Token token, String sentence, String... replacements) {
        return new NotUnderstoodException(token.start(), token.end(), sentence, List.of(replacements));
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public String sentence() {
        return sentence;
    }

    public List<String> replacements() {
        return replacements;
    }
}
