package org.deviceoffboarding.base.ui.transfer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.listing.RowCount;
import org.jspecify.annotations.Nullable;

/**
 * Links that download all rows of a table, part by part: as CSV (RFC 4180, UTF-8 with a byte order mark, so that Excel
 * reads it), where a cell that a spreadsheet would run as a formula is defused with an apostrophe (source: OWASP, CSV
 * injection), and as an Excel workbook, where texts are texts and nothing is a formula; where it is wanted, as JSON Lines, too.
 * Where a part can't be read, or the person has lost the role or signed out meanwhile, the download fails in the browser: no file
 * looks whole that is not.
 */
public final class CsvDownload<T> {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String JSON_LINES = "application/jsonl; charset=utf-8";

    private final Supplier<RowParts<?, ?, T>> rows;
    private final TableFile<T> file = new TableFile<>();
    private Capability needed = Capability.READ;
    private RowsAsOf asOf = RowsAsOf.PARTS_IF_MANY;
    private DownloadRecord kept = DownloadRecord.NONE;
    private Supplier<RowCount> about = () -> RowCount.exactly(0);
    private @Nullable DownloadProgress progress;

    private CsvDownload(Supplier<RowParts<?, ?, T>> rows) {
        this.rows = rows;
    }

    /**
     * @param first asks a service for the first part of what the table shows when the link is clicked, with its filters
     * @param next asks it for the part that follows another one; a browser may take its time between two
     */
    public static <F, T> CsvDownload<T> of(Supplier<ExportPage<F, T>> first, UnaryOperator<ExportPage<F, T>> next) {
        return of(first, next, Function.identity());
    }

    /**
     * As {@link #of(Supplier, UnaryOperator)}.
     *
     * @param shown adds to the rows of a part what other services know of them
     */
    public static <F, S, T> CsvDownload<T> of(
            Supplier<ExportPage<F, S>> first, UnaryOperator<ExportPage<F, S>> next, Function<List<S>, List<T>> shown) {
        return new CsvDownload<>(() -> new RowParts<>(first.get(), next, shown));
    }

    /** @param all asks for all rows at once: some hundreds, or what is in memory anyway */
    public static <T> CsvDownload<T> ofAll(Supplier<List<T>> all) {
        CsvDownload<T> whole = of(() -> ExportPage.whole("", all.get()), UnaryOperator.identity());
        return whole.asOf(RowsAsOf.ONE_MOMENT);
    }

    /**
     * Adds a column; null is an empty cell. Points in time are written in UTC, to the second, as people read them and as Excel
     * takes them for times; their title says so.
     */
    public CsvDownload<T> column(String title, Function<T, @Nullable Object> value) {
        file.column(title, value);
        return this;
    }

    /** Lets only people download it who may do more than read. */
    public CsvDownload<T> needing(Capability needed) {
        this.needed = needed;
        return this;
    }

    /** Says of when the rows are, where not as {@link RowsAsOf#PARTS_IF_MANY}; the links say so. */
    public CsvDownload<T> asOf(RowsAsOf asOf) {
        this.asOf = asOf;
        return this;
    }

    /**
     * Offers JSON Lines, too: an object for each row, in a line of its own.
     *
     * @param members of the object: texts, numbers, truth values, times, lists and maps of these, and nulls
     */
    public CsvDownload<T> json(Function<T, Map<String, ? extends @Nullable Object>> members) {
        file.json(members);
        return this;
    }

    /** Lets each download be noted. */
    public CsvDownload<T> kept(DownloadRecord kept) {
        this.kept = kept;
        return this;
    }

    /**
     * Shows how far a download is, beside the links, and lets the person end it.
     *
     * @param many what several rows are
     * @param about says how many rows there are, or about how many
     */
    public CsvDownload<T> showing(String many, Supplier<RowCount> about) {
        this.progress = new DownloadProgress(many);
        this.about = about;
        return this;
    }

    /**
     * Returns links to the table in all its forms.
     *
     * @param fileName of the CSV, such as {@code devices.csv}; those of the others are alike
     */
    public Component link(String fileName) {
        Span all = new Span(link("Export CSV", fileName), excelLink("Export Excel", named(fileName, ".xlsx")));
        if (file.hasJson()) {
            String lines = named(fileName, ".jsonl");
            all.add(saying(link("Export JSON Lines", download("JSON Lines", lines, JSON_LINES, file::json))));
        }
        if (progress != null) {
            all.add(progress);
        }
        all.addClassName("exports");
        return all;
    }

    private static String named(String fileName, String ending) {
        return fileName.replaceFirst("\\.csv$", ending);
    }

    /** @param fileName such as {@code devices.csv} */
    public Anchor link(String text, String fileName) {
        return saying(link(text, csv(fileName)));
    }

    /** @param fileName such as {@code devices.xlsx} */
    public Anchor excelLink(String text, String fileName) {
        return saying(link(text, download("Excel", fileName, WORKBOOK, file::excel)));
    }

    /** Whoever points at a link or comes to it by the keyboard reads of when the rows are. */
    private Anchor saying(Anchor link) {
        Tooltip.forComponent(link).withText(asOf.sentence());
        return link;
    }

    DownloadHandler csv(String fileName) {
        return download("CSV", fileName, CSV, file::csv);
    }

    private DownloadHandler download(String name, String fileName, String contentType, Form<T> form) {
        OwnTransfers own = new OwnTransfers(needed);
        return own.only(event -> {
            RowParts<?, ?, T> parts = rows.get(); // before anything is sent, since it may be refused
            LongConsumer complete = kept.begins(name);
            TransferNews news = TransferNews.of(event, own.person(), fileName, parts.filter());
            DownloadProgress.Line line = begin(event.getUI(), fileName);
            event.setFileName(fileName);
            event.setContentType(contentType);
            CutOff.where(event, fileName, () -> {
                try {
                    OutputStream out = event.getOutputStream();
                    form.write(out, to -> parts.forEach(() -> requireWanted(own, line), counted(line, to)));
                    out.flush();
                    complete.accept(line.rows());
                    tell(() -> news.whole(line.rows()));
                } catch (IOException | RuntimeException fault) {
                    tell(() -> news.cutOff(line.rows()));
                    throw fault;
                } finally {
                    line.end();
                }
            });
        });
    }

    /** What notes its downloads itself needs nobody else to. */
    private void tell(Runnable news) {
        if (kept == DownloadRecord.NONE) {
            news.run();
        }
    }

    private DownloadProgress.Line begin(@Nullable UI page, String fileName) {
        return progress == null
                ? new DownloadProgress("rows").begin(null, fileName, RowCount.exactly(0))
                : progress.begin(page, fileName, about.get());
    }

    private static void requireWanted(OwnTransfers own, DownloadProgress.Line line) {
        own.require();
        line.requireWanted();
    }

    private static <T> RowParts.RowWriter<T> counted(DownloadProgress.Line line, RowParts.RowWriter<T> to) {
        return row -> {
            to.write(row);
            line.wrote();
        };
    }

    /**
     * Returns a link that downloads a file as it is.
     *
     * @param content asks a service for it
     */
    public static Anchor file(String text, String fileName, Capability needed, Supplier<String> content) {
        OwnTransfers own = new OwnTransfers(needed);
        return link(text, own.only(event -> {
            byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
            TransferNews.of(event, own.person(), fileName, "").whole(0);
            event.setFileName(fileName);
            event.setContentType(CSV);
            event.getOutputStream().write(bytes);
        }));
    }

    /**
     * Returns a link that downloads a text as a service gives it, however long it is.
     *
     * @param content asks a service for it; closed afterwards
     */
    public static Anchor text(String text, String fileName, Capability needed, Supplier<InputStream> content) {
        return link(text, new OwnTransfers(needed).only(event -> {
                    try (InputStream from = content.get()) {
                        event.setFileName(fileName);
                        event.setContentType("text/plain;charset=utf-8");
                        from.transferTo(event.getOutputStream());
                    }
                }));
    }

    static Anchor link(String text, DownloadHandler download) {
        Anchor link = new Anchor(download, "");
        link.add(VaadinIcon.DOWNLOAD_ALT.create());
        link.add(text);
        link.addClassName("export");
        return link;
    }

    /** Writes the title row and all rows. */
    void writeTo(Appendable out) throws IOException {
        RowParts<?, ?, T> parts = rows.get();
        file.csv(out, to -> parts.forEach(() -> {}, to));
    }

    /** Writes all rows as JSON Lines. */
    void writeJsonTo(OutputStream out) throws IOException {
        RowParts<?, ?, T> parts = rows.get();
        file.json(out, to -> parts.forEach(() -> {}, to));
    }

    /** Writes the title row and all rows as a workbook. */
    void writeExcelTo(OutputStream out) throws IOException {
        RowParts<?, ?, T> parts = rows.get();
        file.excel(out, to -> parts.forEach(() -> {}, to));
    }

    @FunctionalInterface
    private interface Form<T> {
        void write(OutputStream out, TableFile.Rows<T> rows) throws IOException;
    }
}
