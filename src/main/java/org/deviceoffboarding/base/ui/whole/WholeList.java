package org.deviceoffboarding.base.ui.whole;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;

/**
 * All of a list that a page names only a few of: in a dialog that holds no more rows than are in sight, and as files. It is
 * read when the dialog opens.
 */
public final class WholeList<T> {

    private static final int PAGE_SIZE = 50;
    private static final int UNKNOWN = -1;

    /** Times are in UTC in the files only. */
    private static final String UTC = " (UTC)";

    private final String title;
    private final Function<Pageable, List<T>> rows;
    private final Supplier<CsvDownload<T>> download;
    private final Map<String, Function<T, @Nullable Object>> columns = new LinkedHashMap<>();
    private final int size;
    private Capability needed = Capability.READ;
    private RowsAsOf asOf;

    private WholeList(
            String title,
            Function<Pageable, List<T>> rows,
            Supplier<CsvDownload<T>> download,
            int size,
            RowsAsOf asOf) {
        this.title = title;
        this.rows = rows;
        this.download = download;
        this.size = size;
        this.asOf = asOf;
    }

    /**
     * @param title over the dialog
     * @param rows fetches a page, in an order that does not change between pages
     * @param first asks for the first part of what the files have
     * @param next asks for the part that follows another one
     */
    public static <F, T> WholeList<T> of(
            String title,
            Function<Pageable, List<T>> rows,
            Supplier<ExportPage<F, T>> first,
            UnaryOperator<ExportPage<F, T>> next) {
        return new WholeList<>(title, rows, () -> CsvDownload.of(first, next), UNKNOWN, RowsAsOf.PARTS_IF_MANY);
    }

    /** Returns a list of what is there already. */
    public static <T> WholeList<T> of(String title, List<T> all) {
        return new WholeList<>(
                title, page -> part(all, page), () -> CsvDownload.ofAll(() -> all), all.size(), RowsAsOf.ONE_MOMENT);
    }

    /** Adds a column, to the dialog and the files; null is an empty cell. */
    public WholeList<T> column(String title, Function<T, @Nullable Object> value) {
        columns.put(title, value);
        return this;
    }

    /** Lets only people download it who may do more than read. */
    public WholeList<T> needing(Capability needed) {
        this.needed = needed;
        return this;
    }

    /** Says of when the rows of the files are, where not as {@link RowsAsOf#PARTS_IF_MANY}; the dialog says so, too. */
    public WholeList<T> asOf(RowsAsOf asOf) {
        this.asOf = asOf;
        return this;
    }

    /**
     * Returns the button that opens it.
     *
     * @param words such as "Show all 114"
     * @param fileName such as {@code refused-devices.csv}
     */
    public Button button(String words, String fileName) {
        Button button = new Button(words + "…", click -> open(fileName));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    /** Returns links to the files alone, for where all rows are shown already. */
    public Component files(String fileName) {
        CsvDownload<T> files = download.get().needing(needed).asOf(asOf);
        columns.forEach(files::column);
        return files.link(fileName);
    }

    private void open(String fileName) {
        Dialog dialog = new Dialog(title);
        dialog.setWidth("min(760px, 94vw)");
        dialog.add(files(fileName), moment(), grid());
        dialog.getFooter().add(new Button("Close", click -> dialog.close()));
        dialog.open();
    }

    private Paragraph moment() {
        Paragraph moment = new Paragraph("Files: " + asOf.sentence());
        moment.addClassName("dim");
        return moment;
    }

    private Grid<T> grid() {
        Grid<T> grid = new Grid<>();
        columns.forEach((title, value) ->
                grid.addComponentColumn(row -> cell(value.apply(row))).setHeader(title.replace(UTC, "")));
        if (size == UNKNOWN) {
            grid.setItemsPageable(rows::apply);
        } else {
            grid.setItemsPageable(rows::apply, page -> size);
        }
        grid.setPageSize(PAGE_SIZE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAriaLabel(title);
        grid.addClassName("whole-list");
        return grid;
    }

    private static Span cell(@Nullable Object value) {
        Span cell = new Span(
                value instanceof Instant at
                        ? TimeDisplay.exactly(at, TimeDisplay.zone())
                        : Objects.toString(value, ""));
        cell.addClassName("wrap");
        return cell;
    }

    private static <T> List<T> part(List<T> all, Pageable page) {
        int from = (int) Math.min(page.getOffset(), all.size());
        return all.subList(from, Math.min(from + page.getPageSize(), all.size()));
    }
}
