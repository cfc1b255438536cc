package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deviceoffboarding.base.CsvText;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * Links that download all rows of a table, page by page: as CSV (RFC 4180, UTF-8 with a byte order mark, so that Excel
 * reads it), where a cell that a spreadsheet would run as a formula is defused with an apostrophe (source: OWASP, CSV
 * injection), and as an Excel workbook, where texts are texts and nothing is a formula.
 */
public final class CsvDownload<T> {

    private static final int PAGE_SIZE = 1000;

    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();
    private final Function<Pageable, List<T>> rows;

    private CsvDownload(Function<Pageable, List<T>> rows) {
        this.rows = rows;
    }

    /** @param rows fetches a page of what the table shows now, with its filters, in an order that does not change between pages */
    public static <T> CsvDownload<T> of(Function<Pageable, List<T>> rows) {
        return new CsvDownload<>(rows);
    }

    /** Adds a column; null is an empty cell, times are written as ISO 8601 in UTC. */
    public CsvDownload<T> column(String title, Function<T, @Nullable Object> value) {
        columns.put(title, value);
        return this;
    }

    /** @param fileName such as {@code devices.csv} */
    public Anchor link(String fileName) {
        return link("Export CSV", fileName);
    }

    /** @param fileName such as {@code devices.csv} */
    public Anchor link(String text, String fileName) {
        return link(text, event -> write(event, fileName));
    }

    /** @param fileName such as {@code devices.xlsx} */
    public Anchor excelLink(String text, String fileName) {
        return link(text, event -> writeExcel(event, fileName));
    }

    private static Anchor link(String text, DownloadHandler download) {
        Anchor link = new Anchor(download, "");
        link.add(VaadinIcon.DOWNLOAD_ALT.create());
        link.add(text);
        link.addClassName("export");
        return link;
    }

    private void writeExcel(DownloadEvent event, String fileName) throws IOException {
        event.setFileName(fileName);
        event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        writeExcelTo(event.getOutputStream());
    }

    /** Writes the title row and all rows as a workbook. */
    void writeExcelTo(OutputStream out) throws IOException {
        try (ExcelTable table = new ExcelTable(out, List.copyOf(columns.keySet()))) {
            forEachRow(row -> table.add(columns.values().stream()
                    .map(value -> Optional.ofNullable(value.apply(row)))
                    .toList()));
        }
    }

    private void write(DownloadEvent event, String fileName) throws IOException {
        event.setFileName(fileName);
        event.setContentType("text/csv; charset=utf-8");
        try (Writer writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            writeTo(writer);
        }
    }

    /** Writes the title row and all rows. */
    void writeTo(Appendable out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(columns.keySet());
        forEachRow(row -> csv.printRecord(cells(row)));
        csv.flush();
    }

    private void forEachRow(RowWriter<T> writer) throws IOException {
        for (int page = 0; ; page++) {
            List<T> fetched = rows.apply(PageRequest.of(page, PAGE_SIZE));
            for (T row : fetched) {
                writer.write(row);
            }
            if (fetched.size() < PAGE_SIZE) {
                return;
            }
        }
    }

    private List<String> cells(T row) {
        List<String> cells = new ArrayList<>();
        columns.values().forEach(value -> cells.add(defused(value.apply(row))));
        return cells;
    }

    private static String defused(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return CsvText.isFormula(text) && !(value instanceof Number) ? "'" + text : text;
    }

    @FunctionalInterface
    private interface RowWriter<T> {
        void write(T row) throws IOException;
    }
}
