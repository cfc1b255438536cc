package org.deviceoffboarding.remediation.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.NotCsvException;
import org.deviceoffboarding.remediation.request.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of device IDs: the first cell of each line or, where the first line names columns as exports do, the
 * cells under the titles of IDs. Names and serial numbers are never taken for a device. Pure.
 */
final class IdFile {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID ZEROS = new UUID(0, 0);
    private static final int SHOWN = 60;

    /** As this portal, Entra and Intune write them. */
    private static final Set<String> TITLES = Set.of(
            "id",
            "object id",
            "objectid",
            "entra object id",
            "device id",
            "deviceid",
            "entra device id",
            "intune id",
            "intune device id");

    /**
     * One line.
     *
     * @param number of the line in the file, from 1
     * @param text what names the device, as it stands there
     * @param ids that all have to name the same device; the first is the one that counts, the others may be unknown. Empty
     *     if there is a problem
     * @param problem a sentence; null if there is none
     */
    record Row(
            long number,
            String text,
            List<UUID> ids,
            @Nullable String problem) {}

    private IdFile() {}

    /** @throws RequestRefusedException if it is no such file */
    static List<Row> read(byte[] file) {
        List<CsvText.Line> lines = lines(file);
        List<Integer> columns = lines.isEmpty() ? List.of() : idColumns(lines.getFirst());
        if (lines.size() == (columns.isEmpty() ? 0 : 1)) {
            throw new RequestRefusedException("The file has no lines. Give one ID a line.");
        }
        return columns.isEmpty()
                ? lines.stream().map(IdFile::untitled).toList()
                : lines.stream().skip(1).map(line -> titled(line, columns)).toList();
    }

    private static List<CsvText.Line> lines(byte[] file) {
        try {
            return CsvText.read(file);
        } catch (NotCsvException e) {
            throw new RequestRefusedException(e.reason());
        }
    }

    /** Returns where IDs stand if this is a line of titles; empty if it is none. */
    private static List<Integer> idColumns(CsvText.Line line) {
        return IntStream.range(0, line.cells().size())
                .filter(index -> TITLES.contains(line.cell(index).toLowerCase(Locale.ROOT)))
                .boxed()
                .toList();
    }

    private static Row untitled(CsvText.Line line) {
        boolean several = line.cells().stream()
                .skip(1)
                .anyMatch(cell -> GUID.matcher(cell).matches());
        return several
                ? new Row(
                        line.number(),
                        line.cell(0),
                        List.of(),
                        "It holds several IDs, and no line of titles says what they are. Give one ID a line.")
                : titled(line, List.of(0));
    }

    private static Row titled(CsvText.Line line, List<Integer> columns) {
        String first = line.cell(columns.getFirst());
        List<UUID> ids = new ArrayList<>();
        for (int column : columns) {
            String cell = line.cell(column);
            String problem = ids.isEmpty() || !cell.isEmpty() ? problem(cell) : null;
            if (problem != null) {
                return new Row(line.number(), cell, List.of(), problem);
            }
            if (!cell.isEmpty()) {
                ids.add(UUID.fromString(cell));
            }
        }
        return new Row(line.number(), first, List.copyOf(ids), null);
    }

    private static @Nullable String problem(String cell) {
        if (cell.isEmpty()) {
            return "There is no ID where it belongs.";
        }
        if (CsvText.isFormula(cell)) {
            return "It begins with '" + cell.charAt(0)
                    + "', as formulas of spreadsheets do. Write the ID as plain text.";
        }
        if (!GUID.matcher(cell).matches()) {
            return "'" + shortened(cell)
                    + "' is no ID. Name a device by its Entra object ID, its Entra device ID or its Intune ID, never by its name or"
                    + " serial number.";
        }
        return UUID.fromString(cell).equals(ZEROS) ? "All zeros are no device's ID." : null;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…";
    }
}
