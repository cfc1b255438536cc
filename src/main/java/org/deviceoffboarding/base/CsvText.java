package org.deviceoffboarding.base;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV files that people upload: UTF-8 with or without a byte order mark, commas or, as Excel writes them where the
 * comma is the decimal mark, semicolons. Pure. What the cells mean is for the caller.
 */
public final class CsvText {

    /** Larger files are refused before they are read. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** With more, a line of titles included, nobody would check the report. */
    public static final int MOST_LINES = 5_000;

    /**
     * A line that is not blank.
     *
     * @param number of the line in the file, from 1, as an editor shows it
     * @param cells without spaces around them; at least one
     */
    public record Line(long number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        private boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        /** Returns a cell by its index, empty where the line is shorter. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    private CsvText() {}

    /**
     * Returns the lines of a file, a line of titles included; may be none.
     *
     * @throws NotCsvException if it is no CSV, larger than {@value #MOST_BYTES} bytes or longer than {@value #MOST_LINES} lines
     */
    public static List<Line> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new NotCsvException("The file is larger than 2 MB. Split it into several files; nothing was stored.");
        }
        List<Line> lines = lines(text(file));
        if (lines.size() > MOST_LINES) {
            throw new NotCsvException("The file has more than " + MOST_LINES
                    + " lines. Split it into several files; nothing was stored.");
        }
        return lines;
    }

    /** Returns whether a spreadsheet would run a cell as a formula. Source: OWASP, CSV injection. */
    public static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        try (CSVParser csv = format(text).parse(new StringReader(text))) {
            long number = 1;
            for (CSVRecord record : csv) {
                Line line = new Line(number, record.stream().map(String::strip).toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                number = csv.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new NotCsvException(
                    "The file is not CSV: a quotation mark is opened and not closed, or the like. Save it as CSV again; nothing was stored.");
        }
        return lines;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotCsvException("The file is not text in UTF-8. Save it as 'CSV UTF-8'; nothing was stored.");
        }
    }

    private static CSVFormat format(String text) {
        String first = text.lines().findFirst().orElse("");
        boolean semicolons = first.chars().filter(c -> c == ';').count()
                > first.chars().filter(c -> c == ',').count();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolons ? ';' : ',')
                .setIgnoreEmptyLines(false)
                .get();
    }
}
