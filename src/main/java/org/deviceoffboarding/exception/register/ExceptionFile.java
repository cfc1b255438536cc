package org.deviceoffboarding.exception.register;

import java.util.List;
import java.util.Locale;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.NotCsvException;

/** Reads a CSV file of exceptions: columns kind, target, reason and ends, with or without a line of titles. Pure. */
final class ExceptionFile {

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     */
    record Row(long number, String kind, String target, String reason, String ends, int columns) {}

    private ExceptionFile() {}

    /** @throws ExceptionRefusedException if it is no such file */
    static List<Row> read(byte[] file) {
        List<CsvText.Line> lines = lines(file);
        boolean titled = !lines.isEmpty()
                && lines.getFirst().cell(0).toLowerCase(Locale.ROOT).equals("kind");
        if (lines.size() == (titled ? 1 : 0)) {
            throw new ExceptionRefusedException(
                    "The file has no lines. Give one line for each exception: kind, target, reason, ends.");
        }
        return lines.stream().skip(titled ? 1 : 0).map(ExceptionFile::row).toList();
    }

    private static Row row(CsvText.Line line) {
        return new Row(
                line.number(),
                line.cell(0),
                line.cell(1),
                line.cell(2),
                line.cell(3),
                line.cells().size());
    }

    private static List<CsvText.Line> lines(byte[] file) {
        try {
            return CsvText.read(file);
        } catch (NotCsvException e) {
            throw new ExceptionRefusedException(e.reason());
        }
    }
}
