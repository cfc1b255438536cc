package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deviceoffboarding.base.Capability;
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

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();
    private final Function<Pageable, List<T>> rows;
    private Capability needed = Capability.READ;

    private CsvDownload(Function<Pageable, List<T>> rows) {
        this.rows = rows;
    }

    /** @param rows fetches a page of what the table shows now, with its filters, in an order that does not change between pages */
    public static <T> CsvDownload<T> of(Function<Pageable, List<T>> rows) {
        return new CsvDownload<>(rows);
    }

    /**
     * Adds a column; null is an empty cell. Points in time are written in UTC, to the second, as people read them and as Excel
     * takes them for times; their title says so.
     */
    public CsvDownload<T> column(String title, Function<T, @Nullable Object> value) {
        columns.put(title, value);
        return this;
    }

    /** Lets only people download it who may do more than read. */
    public CsvDownload<T> needing(Capability needed) {
        this.needed = needed;
        return this;
    }

    /**
     * Returns links to the table in both forms.
     *
     * @param fileName of the CSV, such as {@code devices.csv}; the workbook's is alike
     */
    public Component link(String fileName) {
        Span both = new Span(
                link("Export CSV", fileName), excelLink("Export Excel", fileName.replaceFirst("\\.csv$", ".xlsx")));
        both.addClassName("exports");
        return both;
    }

    /** @param fileName such as {@code devices.csv} */
    public Anchor link(String text, String fileName) {
        return link(text, needed, event -> write(event, fileName));
    }

    /** @param fileName such as {@code devices.xlsx} */
    public Anchor excelLink(String text, String fileName) {
        return link(text, needed, event -> writeExcel(event, fileName));
    }

    /**
     * Returns a link that downloads a file as it is.
     *
     * @param content asks a service for it
     */
    public static Anchor file(String text, String fileName, Capability needed, Supplier<String> content) {
        return link(text, needed, event -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            begin(event, fileName);
            event.getOutputStream().write(bytes);
        });
    }

    private static Anchor link(String text, Capability needed, DownloadHandler download) {
        Anchor link = new Anchor(new OwnTransfers(needed).only(download), "");
        link.add(VaadinIcon.DOWNLOAD_ALT.create());
        link.add(text);
        link.addClassName("export");
        return link;
    }

    private void writeExcel(DownloadEvent event, String fileName) throws IOException {
        List<T> first = page(0); // before anything is sent, since it may be refused
        event.setFileName(fileName);
        event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        writeExcel(event.getOutputStream(), first);
    }

    /** Writes the title row and all rows as a workbook. */
    void writeExcelTo(OutputStream out) throws IOException {
        writeExcel(out, page(0));
    }

    private void writeExcel(OutputStream out, List<T> first) throws IOException {
        try (ExcelTable table = new ExcelTable(out, List.copyOf(columns.keySet()))) {
            forEachRow(
                    first,
                    row -> table.add(columns.values().stream()
                            .map(value -> Optional.ofNullable(value.apply(row)))
                            .toList()));
        }
    }

    private void write(DownloadEvent event, String fileName) throws IOException {
        List<T> first = page(0); // before anything is sent, since it may be refused
        begin(event, fileName);
        try (Writer writer = new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8)) {
            writer.write('\uFEFF');
            write(writer, first);
        }
    }

    private static void begin(DownloadEvent event, String fileName) {
        event.setFileName(fileName);
        event.setContentType("text/csv; charset=utf-8");
    }

    /** Writes the title row and all rows. */
    void writeTo(Appendable out) throws IOException {
        write(out, page(0));
    }

    private void write(Appendable out, List<T> first) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(columns.keySet());
        forEachRow(first, row -> csv.printRecord(cells(row)));
        csv.flush();
    }

    private List<T> page(int number) {
        return rows.apply(PageRequest.of(number, PAGE_SIZE));
    }

    private void forEachRow(List<T> first, RowWriter<T> writer) throws IOException {
        List<T> fetched = first;
        for (int next = 1; ; next++) {
            for (T row : fetched) {
                writer.write(row);
            }
            if (fetched.size() < PAGE_SIZE) {
                return;
            }
            fetched = page(next);
        }
    }

    private List<String> cells(T row) {
        List<String> cells = new ArrayList<>();
        columns.values().forEach(value -> cells.add(defused(value.apply(row))));
        return cells;
    }

    private static String defused(@Nullable Object value) {
        String text = value == null ? "" : value instanceof Instant at ? TIME.format(at) : value.toString();
        return CsvText.isFormula(text) && !(value instanceof Number) ? "'" + text : text;
    }

    @FunctionalInterface
    private interface RowWriter<T> {
        void write(T row) throws IOException;
    }
}
