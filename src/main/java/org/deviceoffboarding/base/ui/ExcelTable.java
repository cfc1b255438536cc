package org.deviceoffboarding.base.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table written as an Excel workbook while its rows come in; only a few rows are in memory. Goes on in another sheet
 * where one is full. Texts are written as texts, whatever they begin with: nothing is ever a formula.
 */
final class ExcelTable implements AutoCloseable {

    /** Excel's own limits. */
    private static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private final List<String> titles;
    private Worksheet sheet;
    private int sheets;
    private int row;

    ExcelTable(OutputStream out, List<String> titles) {
        this.workbook = new Workbook(out, "Device Offboarding Portal", null);
        this.titles = titles;
        this.sheet = next();
    }

    /** @param cells empty for an empty cell; numbers and yes or no are written as such, everything else as text */
    void add(List<Optional<Object>> cells) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheet = next();
        }
        for (int column = 0; column < cells.size(); column++) {
            set(column, cells.get(column).orElse(""));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private Worksheet next() {
        Worksheet next = workbook.newWorksheet("Rows " + ++sheets);
        row = 1;
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
            default -> sheet.inlineString(row, column, shortened(value.toString()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
