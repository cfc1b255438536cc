package org.deviceoffboarding.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what parts the cells of a table: comma, semicolon, as Excel writes where the comma is the decimal mark, or tab. Where
 * several could, it is what stands as often in each line; else what stands most in the first line with any.
 */
final class CsvSeparator {

    private static final String SEPARATORS = ";,\t";

    /** Of a longer file these say enough. */
    private static final int MOST_LINES = 50;

    private CsvSeparator() {}

    static char of(String text) {
        List<String> lines = lines(text);
        String first = lines.isEmpty() ? "" : lines.getFirst();
        // A comma with a space behind it belongs to a text sooner than one without.
        String tight = first.replaceAll("[,;\t] ", "");
        return Stream.of(';', ',', '\t')
                .max(Comparator.<Character>comparingInt(c -> isRegular(lines, c) ? 1 : 0)
                        .thenComparingLong(c -> count(tight, c))
                        .thenComparingLong(c -> count(first, c))
                        .thenComparingInt(SEPARATORS::indexOf))
                .orElseThrow();
    }

    /** Returns the first lines in which anything parts, without what stands in quotation marks. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && lines.size() < MOST_LINES; i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || isAtStart(line))) {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                end(line, lines);
            } else if (!quoted) {
                line.append(c);
            }
        }
        end(line, lines);
        return lines;
    }

    private static void end(StringBuilder line, List<String> lines) {
        if (line.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }

    private static boolean isAtStart(StringBuilder line) {
        int last = line.length() - 1;
        return last < 0 || line.charAt(last) == ' ' || SEPARATORS.indexOf(line.charAt(last)) >= 0;
    }

    private static boolean isRegular(List<String> lines, char c) {
        return lines.stream().mapToLong(line -> count(line, c)).distinct().count() == 1
                && count(lines.getFirst(), c) > 0;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
