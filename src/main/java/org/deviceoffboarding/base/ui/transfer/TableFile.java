package org.deviceoffboarding.base.ui.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deviceoffboarding.base.CsvText;
import org.deviceoffboarding.base.InvisibleCharacters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The columns of a file, written for rows as they come. What is written ends only with the last row: where one fails, the
 * stream is left as it is, so that nobody takes for whole what is not.
 */
final class TableFile<T> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();
    private @Nullable Function<T, Map<String, ? extends @Nullable Object>> json;

    /** @see CsvDownload#column */
    void column(String title, Function<T, @Nullable Object> value) {
        columns.put(title, value);
    }

    /** @see CsvDownload#json */
    void json(Function<T, Map<String, ? extends @Nullable Object>> members) {
        json = members;
    }

    boolean hasJson() {
        return json != null;
    }

    /** What has rows and hands them over one after the other. */
    @FunctionalInterface
    interface Rows<T> {
        void forEach(RowParts.RowWriter<T> writer) throws IOException;
    }

    /** Writes the title row and all rows, with what tells Excel that it is UTF-8. */
    void csv(OutputStream out, Rows<T> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        csv(writer, rows);
        writer.flush();
    }

    /** Writes the title row and all rows. */
    void csv(Appendable out, Rows<T> rows) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(columns.keySet());
        rows.forEach(row -> csv.printRecord(cells(row)));
    }

    /** Writes the title row and all rows as a workbook. */
    void excel(OutputStream out, Rows<T> rows) throws IOException {
        ExcelTable table = new ExcelTable(out, List.copyOf(columns.keySet()));
        rows.forEach(row -> table.add(columns.values().stream()
                .map(value -> Optional.ofNullable(value.apply(row)).map(TableFile::shown))
                .toList()));
        table.end();
    }

    /** Writes an object for each row, as a line; what nobody would see in a text is escaped. */
    void json(OutputStream out, Rows<T> rows) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var members = Objects.requireNonNull(json, "No table without JSON is asked for it");
        rows.forEach(
                row -> writer.write(InvisibleCharacters.escaped(JSON.writeValueAsString(members.apply(row))) + "\n"));
        writer.flush();
    }

    private List<String> cells(T row) {
        List<String> cells = new ArrayList<>();
        columns.values().forEach(value -> cells.add(defused(value.apply(row))));
        return cells;
    }

    private static String defused(@Nullable Object value) {
        String text = value == null ? "" : value instanceof Instant at ? TIME.format(at) : value.toString();
        return InvisibleCharacters.shown(CsvText.isFormula(text) && !(value instanceof Number) ? "'" + text : text);
    }

    /** Who reads a table reads what is in it. */
    private static Object shown(Object value) {
        return value instanceof String text ? InvisibleCharacters.shown(text) : value;
    }
}
