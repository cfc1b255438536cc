package org.deviceoffboarding.base.ui.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.TextLimits;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table written as an Excel workbook while its rows come in; only a few rows are in memory. Goes on in another sheet
 * where one is full. Texts are written as texts, whatever they begin with: nothing is ever a formula. The titles stay in
 * sight and can be filtered by; columns are as wide as the first rows need.
 */
final class ExcelTable {

    /** Excel's own limits. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_IN_MEMORY = 500;

    /** In characters. A longer text is read in its cell's line above the table. */
    private static final int WIDEST = 60;

    /** For the arrow of the filter, which lies over the title's end. */
    private static final int BESIDE_TEXT = 4;

    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String DAY = "yyyy-mm-dd";

    /** Excel counts days from 1900, with a leap year that was none. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook workbook;
    private final List<String> titles;
    private Worksheet sheet;
    private int sheets;
    private int row;
    private int[] widths = {};

    ExcelTable(OutputStream out, List<String> titles) {
        this.workbook = new Workbook(out, "Device Offboarding Portal", null);
        this.titles = titles;
        this.sheet = next();
    }

    /** @param cells empty for an empty cell; numbers, yes or no, days and times (in UTC) are written as such, all else as text */
    void add(List<Optional<Object>> cells) throws IOException {
        if (row == MOST_ROWS) {
            finish();
            sheet = next();
        }
        for (int column = 0; column < cells.size(); column++) {
            set(column, cells.get(column).orElse(""));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            setWidths();
            sheet.flush();
        }
    }

    /** Only what this has ended is a workbook. */
    void end() throws IOException {
        finish();
        workbook.close();
    }

    private void finish() throws IOException {
        setWidths();
        sheet.setAutoFilter(0, 0, row - 1, titles.size() - 1);
        sheet.finish();
    }

    /** They stand before the rows in the file: what is flushed can't make a column wider any more. */
    private void setWidths() {
        if (row <= ROWS_IN_MEMORY) {
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, Math.min(WIDEST, widths[column]) + BESIDE_TEXT);
            }
        }
    }

    private Worksheet next() {
        Worksheet next = workbook.newWorksheet("Rows " + ++sheets);
        row = 1;
        widths = titles.stream().mapToInt(String::length).toArray();
        for (int column = 0; column < titles.size(); column++) {
            next.inlineString(0, column, titles.get(column));
            next.style(0, column).bold().set();
        }
        next.freezePane(0, 1);
        return next;
    }

    private void set(int column, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case Boolean yesOrNo -> sheet.value(row, column, yesOrNo);
            case LocalDate day
            when !day.isBefore(FIRST_DAY) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            case Instant at
            when !utc(at).toLocalDate().isBefore(FIRST_DAY) -> {
                sheet.value(row, column, utc(at));
                sheet.style(row, column).format(TIME).set();
            }
            default -> sheet.inlineString(row, column, shortened(value.toString()));
        }
        widths[column] = Math.max(widths[column], width(value));
    }

    private static int width(Object value) {
        return value instanceof Instant ? TIME.length() : value.toString().length();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return TextLimits.shorten(text, LONGEST_TEXT);
    }
}
