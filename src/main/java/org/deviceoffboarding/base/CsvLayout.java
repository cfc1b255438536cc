package org.deviceoffboarding.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * How a table is written as text. Excel's {@code sep=;} and the {@code #TYPE} of PowerShell's Export-Csv may stand first.
 *
 * @param start where the first line of the table begins
 * @param linesBefore how many lines stand before it
 */
record CsvLayout(int start, int linesBefore, char separator) {

    private static final String LINE_END = "(?:\r\n|\r|\n|$)";
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?sep=([,;\t|:!#&^~/])\"?[ ,;\t]*" + LINE_END, Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE_LINE = Pattern.compile("\"?#TYPE [^\r\n]*" + LINE_END, Pattern.CASE_INSENSITIVE);

    static CsvLayout of(String text) {
        CsvLayout layout = new CsvLayout(0, 0, ',').withoutTypeLine(text);
        Matcher separator = SEPARATOR_LINE.matcher(text).region(layout.start, text.length());
        if (separator.lookingAt()) {
            char named = separator.group(1).charAt(0);
            return new CsvLayout(separator.end(), layout.linesBefore + 1, named).withoutTypeLine(text);
        }
        return new CsvLayout(layout.start, layout.linesBefore, CsvSeparator.of(text.substring(layout.start)));
    }

    CSVFormat format() {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .get();
    }

    private CsvLayout withoutTypeLine(String text) {
        Matcher type = TYPE_LINE.matcher(text).region(start, text.length());
        return type.lookingAt() ? new CsvLayout(type.end(), linesBefore + 1, separator) : this;
    }
}
