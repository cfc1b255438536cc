package org.deviceoffboarding.base;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The one reader of tables that people upload, as Excel, PowerShell, Intune and Entra write them: in the encodings of
 * {@link UploadedText}, with the separators and first lines of {@link CsvLayout}. Pure. What the cells mean is for the caller.
 */
public final class CsvText {

    /** Larger files are refused before they are read. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /** A line of titles, and as many as can be acted on at once. */
    public static final int MOST_LINES = 100_001;

    /** The last four are the full-width forms, which some spreadsheets take for the same. */
    private static final String FORMULA_SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    static final int MOST_CELLS = 200;
    static final int LONGEST_CELL = 10_000;

    /**
     * A line that is not blank.
     *
     * @param number of the line in the file, from 1, as an editor shows it
     * @param cells without spaces and invisible characters around them; at least one
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

    /** Returns how many lines a file has about, without reading it. */
    public static long lines(byte[] file) {
        long ends = 0;
        for (byte each : file) {
            ends += each == '\n' ? 1 : 0;
        }
        return ends + 1;
    }

    /**
     * Returns the lines of a file, a line of titles included; may be none.
     *
     * @throws NotCsvException if it is no CSV, larger than {@value #MOST_BYTES} bytes or longer than {@value #MOST_LINES} lines
     */
    public static List<Line> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new NotCsvException("The file is larger than 8 MB. Split it into several files; nothing was stored.");
        }
        return lines(UploadedText.of(file));
    }

    /**
     * Returns whether a spreadsheet would run a cell as a formula, in East Asian forms of the characters included, behind
     * spaces and what has no width, too. Source: OWASP, CSV injection.
     */
    public static boolean isFormula(String cell) {
        return startsWithOneOf(cell, "\t\r\n") || startsWithOneOf(InvisibleCharacters.strip(cell), FORMULA_SIGNS);
    }

    private static boolean startsWithOneOf(String text, String characters) {
        return !text.isEmpty() && characters.indexOf(text.charAt(0)) >= 0;
    }

    /** Lists of devices and people have nothing of the kind, and what is shown of a line has to fit on a page. */
    private static void requireUsual(CSVRecord record) {
        if (record.size() > MOST_CELLS || record.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new NotCsvException(
                    "A line of the file has more than " + MOST_CELLS + " columns, or a cell of more than "
                            + LONGEST_CELL + " characters. Keep the columns that are needed; nothing was stored.");
        }
    }

    private static List<Line> lines(String text) {
        CsvLayout layout = CsvLayout.of(text);
        List<Line> lines = new ArrayList<>();
        try (CSVParser csv = layout.format().parse(new StringReader(text.substring(layout.start())))) {
            long number = 1 + layout.linesBefore();
            for (CSVRecord record : csv) {
                requireUsual(record);
                Line line = new Line(
                        number, record.stream().map(InvisibleCharacters::strip).toList());
                if (!line.isBlank()) {
                    lines.add(line);
                }
                if (lines.size() > MOST_LINES) {
                    throw new NotCsvException(
                            "The file has more than 100,000 lines. Split it into several files; nothing was stored.");
                }
                number = csv.getCurrentLineNumber() + 1 + layout.linesBefore();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new NotCsvException(
                    "The file is not CSV: a quotation mark is opened and not closed, or the like. Save it as CSV again; nothing was stored.");
        }
        return lines;
    }
}
