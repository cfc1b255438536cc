package org.deviceoffboarding.base.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.base.ui.search")
@WithMockUser(roles = Roles.READER)
class ShownCellsTest extends SpringBrowserlessTest {

    private final Grid<String> rows = new Grid<>();
    private final ShownCells<String> cells = new ShownCells<>();
    private int made;

    @Test
    void theCellsOfAColumnAreMadeOnlyWhileItIsShown() {
        rows.addColumn(row -> row).setKey("name");
        Grid.Column<String> second = rows.addComponentColumn(row -> {
            made++;
            return new Span(row + " in a cell");
        });
        rows.setItems(List.of("one", "two"));
        cells.show(second, false);
        cells.show(second, false);
        UI.getCurrent().add(rows);
        roundTrip();
        assertThat(made).isZero();

        cells.show(second, true);
        roundTrip();
        assertThat(made).isEqualTo(2);
        assertThat(second.isVisible()).isTrue();
        assertThat(test(rows).getCellText(1, 1)).isEqualTo("two in a cell");

        made = 0;
        cells.show(second, false);
        rows.getDataProvider().refreshAll();
        roundTrip();
        assertThat(made).isZero();
    }
}
