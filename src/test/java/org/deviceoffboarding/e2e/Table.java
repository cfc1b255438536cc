package org.deviceoffboarding.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.api.ThrowingConsumer;

/** The table of a page, with the search, the filters and the download that stand above it. */
final class Table {

    private static final CSVFormat WITH_TITLES =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** What a person sees: the rows from top to bottom, the cells of each from left to right. */
    private static final String SHOWN = """
            grid => [...grid.shadowRoot.querySelectorAll('#items > tr')]
                .filter(row => !row.hidden)
                .sort((one, other) => one.index - other.index)
                .map(row => [...row.querySelectorAll('slot')]
                    .map(cell => (cell.assignedNodes()[0]?.textContent ?? '').trim()))
            """;

    private final Visitor visitor;
    private final Locator grid;

    Table(Visitor visitor, Locator grid) {
        this.visitor = visitor;
        this.grid = grid;
    }

    /** Returns how many rows there are, in the window or below it. */
    int size() {
        visitor.settle();
        return ((Number) grid.evaluate("grid => grid.size")).intValue();
    }

    /** Returns the texts of the rows that are in the window or near it. */
    @SuppressWarnings("unchecked")
    List<List<String>> rows() {
        visitor.settle();
        return (List<List<String>>) grid.evaluate(SHOWN);
    }

    /** Returns the texts of one column, counted from 0, in the rows that are in the window or near it. */
    List<String> column(int index) {
        return rows().stream().map(row -> row.get(index)).toList();
    }

    /** Waits until the table shows what a filter or an order asks for: that takes the time of a request. */
    void eventually(ThrowingConsumer<Table> expectation) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> expectation.acceptThrows(this));
    }

    void search(String text) {
        searchField().fill(text);
    }

    Locator searchField() {
        return visitor.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Search").setExact(true));
    }

    void filter(String field, String choice) {
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(field))
                .first()
                .click();
        visitor.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(choice).setExact(true))
                .click();
    }

    void sort(String column) {
        grid.locator("vaadin-grid-sorter")
                .filter(new Locator.FilterOptions().setHasText(column))
                .click();
    }

    /** Downloads the table and reads the file as a spreadsheet does. */
    List<CSVRecord> download() {
        Download download =
                visitor.page().waitForDownload(() -> visitor.link("Export CSV").click());
        try (Reader reader = Files.newBufferedReader(download.path())) {
            if (reader.read() != '\uFEFF') {
                throw new AssertionError("The file has no byte order mark, so Excel misreads it");
            }
            return WITH_TITLES.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
