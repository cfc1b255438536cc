package org.deviceoffboarding.suggestion;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of exceptions: columns kind, target, reason and ends, with or without a line of titles. Pure. */
final class ExceptionFile {

    /** More would keep people waiting, and nobody checks a longer report. */
    static final int MOST_LINES = 5_000;

    /** Files that are longer are refused before they are read. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     */
    record Row(long number, String kind, String target, String reason, String ends, int columns) {}

    private ExceptionFile() {}

    /** @throws ExceptionRefusedException if it is no such file */
    static List<Row> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new ExceptionRefusedException(
                    "The file is larger than 2 MB. Split it into several files; nothing was stored.");
        }
        String text = text(file);
        List<Row> rows = new ArrayList<>();
        try (CSVParser csv = format(text).parse(new StringReader(text))) {
            long line = 1;
            for (CSVRecord cells : csv) {
                if (!isTitle(cells, rows)) {
                    rows.add(row(line, cells));
                }
                line = csv.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new ExceptionRefusedException(
                    "The file is not CSV: a quotation mark is opened and not closed, or the like. Save it as CSV again; nothing was stored.");
        }
        return checked(rows);
    }

    private static List<Row> checked(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new ExceptionRefusedException(
                    "The file has no lines. Give one line for each exception: kind, target, reason, ends.");
        }
        if (rows.size() > MOST_LINES) {
            throw new ExceptionRefusedException("The file has more than " + MOST_LINES
                    + " lines. Split it into several files, or use an Entra group; nothing was stored.");
        }
        return rows;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ExceptionRefusedException(
                    "The file is not text in UTF-8. Save it as 'CSV UTF-8'; nothing was stored.");
        }
    }

    /** Excel writes semicolons where the comma is the decimal mark. */
    private static CSVFormat format(String text) {
        String first = text.lines().findFirst().orElse("");
        boolean semicolons = first.chars().filter(c -> c == ';').count()
                > first.chars().filter(c -> c == ',').count();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolons ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static boolean isTitle(CSVRecord cells, List<Row> rows) {
        return rows.isEmpty()
                && cells.getRecordNumber() == 1
                && cell(cells, 0).toLowerCase(Locale.ROOT).equals("kind");
    }

    private static Row row(long line, CSVRecord cells) {
        return new Row(line, cell(cells, 0), cell(cells, 1), cell(cells, 2), cell(cells, 3), cells.size());
    }

    private static String cell(CSVRecord cells, int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }
}
