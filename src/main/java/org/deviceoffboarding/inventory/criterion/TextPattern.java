package org.deviceoffboarding.inventory.criterion;

import java.util.regex.Pattern;
import org.deviceoffboarding.base.Sql;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one. Case does not count, nor do spaces and full stops at
 * the end. As PostgreSQL matches it.
 */
public record TextPattern(String text) {

    private static final String LINE = "\n";
    private static final int TOLD_APART = 6;
    private static final Pattern ENDING = Pattern.compile("[. ]+$");
    private static final Pattern STARS = Pattern.compile("^\\*|\\*$");
    private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}\\s]");

    public TextPattern {
        text = ENDING.matcher(Sql.text(text)).replaceFirst("");
    }

    /** Returns whether texts that fit can begin with anything, and end or go on with something. */
    boolean beginsAnyhow() {
        return text.startsWith("*") && text.chars().anyMatch(c -> c != '*' && c != '?');
    }

    /** Returns what a whole text is like. */
    String like() {
        return escaped().replace('?', '_').replace('*', '%');
    }

    /** Returns what several texts, each between line feeds, are like, of which one fits. */
    String likeLine() {
        String like = like();
        return (like.startsWith("%") ? "" : "%" + LINE)
                + like
                + (like.endsWith("%") && !like.endsWith("\\%") ? "" : LINE + "%");
    }

    /** Returns what texts are like, each behind a line feed, of which one may fit. */
    String likeBeginning() {
        String like = like();
        return (like.startsWith("%") ? "" : "%" + LINE) + like + (like.endsWith("%") ? "" : "%");
    }

    /**
     * Returns the same, or less of it that finds hardly more: what all addresses end with would be compared with what many devices have.
     * What stands before the "@" tells most of them apart, most of all its end.
     */
    String likePart() {
        int at = text.indexOf('@');
        String before = at < 0 ? "" : text.substring(0, at);
        String end = before.substring(Math.max(0, before.length() - TOLD_APART));
        return end.length() < TOLD_APART || end.indexOf('*') >= 0 || end.indexOf('?') >= 0
                ? likeBeginning()
                : Sql.containing(end);
    }

    /** Returns whether {@link #likeLine} is exact: elsewhere a star could reach over a line feed. */
    boolean withinLines() {
        String inner = STARS.matcher(text).replaceAll("");
        return inner.indexOf('*') < 0 && inner.indexOf('?') < 0;
    }

    /** Returns a regular expression for several texts, each between line feeds, of which one fits. */
    String regexLine() {
        StringBuilder regex = new StringBuilder(LINE);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> regex.append("[^\\n]*");
                case '?' -> regex.append("[^\\n]");
                default ->
                    regex.append(
                            SPECIAL.matcher(Character.toString(c)).matches()
                                    ? "\\" + Character.toString(c)
                                    : Character.toString(c));
            }
        });
        return regex.append(LINE).toString();
    }

    private String escaped() {
        return Sql.containing(text).substring(1, Sql.containing(text).length() - 1);
    }
}
