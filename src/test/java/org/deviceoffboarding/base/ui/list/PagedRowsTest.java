package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.stream.LongStream;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Pageable;

@ViewPackages(packages = "org.deviceoffboarding.base.ui.list")
class PagedRowsTest extends BrowserlessTest {

    private static final int THERE_ARE = 12_345;

    private final Grid<Long> grid = new Grid<>();

    private PagedRows<Long> fill(RowCount roughly) {
        PagedRows<Long> rows = PagedRows.fill(grid, PagedRowsTest::page, () -> roughly, () -> THERE_ARE);
        UI.getCurrent().add(grid);
        roundTrip();
        return rows;
    }

    private static List<Long> page(Pageable page) {
        long end = Math.min(THERE_ARE, page.getOffset() + page.getPageSize());
        return LongStream.range(Math.min(end, page.getOffset()), end).boxed().toList();
    }

    @Test
    void whatIsCountedIsSaid() {
        assertThat(fill(RowCount.exactly(THERE_ARE)).isAbout()).isFalse();
        assertThat(grid.getDataCommunicator().getItemCount()).isEqualTo(THERE_ARE);
    }

    @ParameterizedTest
    @ValueSource(ints = {11_000, 12_300, 12_350, 12_400, 15_000})
    void whoeverComesToTheEndOfAboutSoManySeesTheLastOne(int about) {
        PagedRows<Long> rows = fill(new RowCount(about, false));
        assertThat(rows.isAbout()).isTrue();
        assertThat(grid.getDataCommunicator().getItemCount()).isEqualTo(about);

        grid.getDataCommunicator().setViewportRange(about - 50, 50);
        roundTrip();

        assertThat(rows.isAbout()).isFalse();
        assertThat(grid.getDataCommunicator().getItemCount()).isEqualTo(THERE_ARE);

        grid.getDataProvider().refreshAll();
        grid.getDataCommunicator().setViewportRange(0, 50);
        roundTrip();

        assertThat(rows.isAbout()).isTrue();
    }

    @Test
    void aListThatIsReadOnlyAtItsBeginningIsNotCounted() {
        PagedRows<Long> rows = fill(RowCount.about(15_000));

        grid.getDataCommunicator().setViewportRange(500, 100);
        roundTrip();

        assertThat(rows.isAbout()).isTrue();
    }
}
