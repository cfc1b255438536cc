package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * A link that downloads all rows of a table as CSV (RFC 4180, UTF-8 with a byte order mark, so that Excel reads it), page
 * by page. A cell that a spreadsheet would run as a formula is defused with an apostrophe. Source: OWASP, CSV injection.
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
        Anchor link = new Anchor((DownloadHandler) event -> write(event, fileName), "");
        link.add(VaadinIcon.DOWNLOAD_ALT.create());
        link.add("Export CSV");
        link.addClassName("export");
        return link;
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
        for (int page = 0; ; page++) {
            List<T> fetched = rows.apply(PageRequest.of(page, PAGE_SIZE));
            for (T row : fetched) {
                csv.printRecord(cells(row));
            }
            if (fetched.size() < PAGE_SIZE) {
                csv.flush();
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
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula && !(value instanceof Number) ? "'" + text : text;
    }
}
