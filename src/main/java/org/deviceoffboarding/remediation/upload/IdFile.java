package org.deviceoffboarding.remediation.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.NotCsvException;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.deviceoffboarding.remediation.upload.IdTitles.Column;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of device IDs: the first cell of each line or, where the first line names columns as exports do, the
 * cells under the titles of IDs. Names and serial numbers are never taken for a device. Pure.
 */
final class IdFile {

    private static final UUID ZEROS = new UUID(0, 0);
    private static final Column UNTITLED = new Column(0, DeviceIdKind.ANY);
    private static final int SHOWN = 60;

    /** What programs write where there is no value. */
    private static final Set<String> BLANK = Set.of("", "-", "--", "n/a", "na", "null", "none");

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     * @param text what names the device, as it stands there
     * @param ids that may be unknown, but must not name different devices. Empty if there is a problem
     * @param problem a sentence; null if there is none
     */
    record Row(
            long number,
            String text,
            List<NamedId> ids,
            @Nullable String problem) {

        static Row refused(CsvText.Line line, String text, String problem) {
            return new Row(line.number(), text, List.of(), problem);
        }
    }

    private IdFile() {}

    /** @throws RequestRefusedException if it is no such file */
    static List<Row> read(byte[] file) {
        List<CsvText.Line> lines = lines(file);
        List<Column> columns = lines.isEmpty() || holdsId(lines.getFirst())
                ? List.of()
                : IdTitles.columns(lines.getFirst().cells());
        List<CsvText.Line> rest = columns.isEmpty() ? lines : withoutTitles(lines);
        if (rest.isEmpty()) {
            throw new RequestRefusedException("The file has no lines. Give one ID a line.");
        }
        if (columns.isEmpty()) {
            return rest.stream()
                    .map(line -> untitled(line, line == rest.getFirst() && rest.size() > 1))
                    .toList();
        }
        List<Column> filled = columns.stream()
                .filter(column -> rest.stream().anyMatch(line -> isId(line.cell(column.index()))))
                .toList();
        return rest.stream()
                .map(line -> row(line, filled.isEmpty() ? columns : filled))
                .toList();
    }

    private static List<CsvText.Line> lines(byte[] file) {
        try {
            return CsvText.read(file);
        } catch (NotCsvException e) {
            throw new RequestRefusedException(e.reason());
        }
    }

    /** PowerShell draws a line under a title that it shows. */
    private static List<CsvText.Line> withoutTitles(List<CsvText.Line> lines) {
        boolean underlined =
                lines.size() > 1 && lines.get(1).cells().stream().allMatch(cell -> cell.matches("--[- ]*"));
        return lines.subList(underlined ? 2 : 1, lines.size());
    }

    private static Row untitled(CsvText.Line line, boolean mayHaveTitles) {
        boolean others = line.cells().stream().skip(1).anyMatch(IdFile::isId);
        if (others) {
            return Row.refused(
                    line,
                    line.cell(0),
                    (isId(line.cell(0)) ? "It holds several IDs" : "It holds an ID behind the first column")
                            + ", and no line of titles says what they are. Give one ID a line, or titles such as "
                            + IdTitles.EXAMPLES + ".");
        }
        if (mayHaveTitles && line.cells().size() > 1 && !holdsId(line) && !CsvText.isFormula(line.cell(0))) {
            return Row.refused(
                    line,
                    line.cell(0),
                    "It holds no ID. If it is a line of titles: none of them names IDs of devices, as "
                            + IdTitles.EXAMPLES + " do.");
        }
        return row(line, List.of(UNTITLED));
    }

    private static Row row(CsvText.Line line, List<Column> columns) {
        List<NamedId> ids = new ArrayList<>();
        boolean zeros = false;
        for (Column column : columns) {
            String cell = line.cell(column.index());
            UUID id = Guids.parse(cell);
            if (ZEROS.equals(id)) {
                zeros = true;
            } else if (id != null) {
                ids.add(new NamedId(id, column.kinds(), cell));
            } else if (!BLANK.contains(cell.toLowerCase(Locale.ROOT))) {
                return Row.refused(line, cell, problem(cell));
            }
        }
        String text = line.cell(columns.getFirst().index());
        if (ids.isEmpty()) {
            return Row.refused(
                    line, text, zeros ? "All zeros are no device's ID." : "There is no ID where it belongs.");
        }
        return new Row(line.number(), ids.getFirst().text(), List.copyOf(ids), null);
    }

    private static String problem(String cell) {
        return CsvText.isFormula(cell)
                ? "It begins with '" + cell.charAt(0) + "', as formulas of spreadsheets do. Write the ID as plain text."
                : "'" + TextLimits.shorten(cell, SHOWN)
                        + "' is no ID. Name a device by its Entra object ID, its Entra device ID or its Intune ID, never by its name or"
                        + " serial number.";
    }

    private static boolean holdsId(CsvText.Line line) {
        return line.cells().stream().anyMatch(IdFile::isId);
    }

    private static boolean isId(String cell) {
        return Guids.parse(cell) != null;
    }
}
