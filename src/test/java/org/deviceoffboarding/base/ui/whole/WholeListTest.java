package org.deviceoffboarding.base.ui.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.Tooltip;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.transfer.RowsAsOf;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@ViewPackages(packages = "org.deviceoffboarding.base.ui.search")
@WithMockUser(roles = Roles.READER)
class WholeListTest extends SpringBrowserlessTest {

    private static final List<String> MANY =
            IntStream.range(0, 100_000).mapToObj(number -> "PC-" + number).toList();

    @Test
    void allOfManyCanBeSeenAndOnlyWhatIsInSightIsFetched() {
        List<Integer> fetched = new ArrayList<>();
        open(WholeList.of(
                "Devices",
                page -> {
                    fetched.add(page.getPageSize());
                    return MANY.subList((int) page.getOffset(), (int) page.getOffset() + page.getPageSize());
                },
                () -> ExportPage.whole("", MANY),
                UnaryOperator.identity()));

        assertThat(test(grid()).getCellText(0, 0)).isEqualTo("PC-0");
        assertThat(fetched).isNotEmpty().allSatisfy(rows -> assertThat(rows).isLessThanOrEqualTo(100));
    }

    @Test
    void whatIsThereAlreadyHasItsWholeLength() {
        open(WholeList.of("Devices", MANY));

        assertThat(test(grid()).size()).isEqualTo(100_000);
        assertThat(test(grid()).getCellText(99_999, 0)).isEqualTo("PC-99999");
    }

    @Test
    void itIsTakenAlongWithFormulasDefused() {
        open(WholeList.of("Devices", List.of("PC-1", "=cmd()")));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        test(find(Anchor.class).withText("Export CSV").single()).download(file);

        assertThat(file.toString(StandardCharsets.UTF_8)).contains("Device", "PC-1", "'=cmd()");
        assertThat(find(Anchor.class).withText("Export Excel").exists()).isTrue();
    }

    @Test
    void itSaysOfWhenTheRowsOfAFileAre() {
        open(WholeList.of(
                "Devices",
                page -> MANY.subList(0, page.getPageSize()),
                () -> ExportPage.whole("", MANY),
                UnaryOperator.identity()));

        assertThat(find(Paragraph.class, find(Dialog.class).single()).single().getText())
                .startsWith("Files: Up to 10,000 rows are of one moment. More are read part by part");
        assertThat(List.of("Export CSV", "Export Excel"))
                .allSatisfy(link -> assertThat(Tooltip.forComponent(
                                        find(Anchor.class).withText(link).single())
                                .getText())
                        .isEqualTo(RowsAsOf.PARTS_IF_MANY.sentence()));
    }

    @Test
    void whatIsThereAlreadyIsOfOneMoment() {
        open(WholeList.of("Devices", MANY));

        assertThat(find(Paragraph.class, find(Dialog.class).single()).single().getText())
                .isEqualTo("Files: All rows are of one moment.");
    }

    @SuppressWarnings("unchecked")
    private Grid<String> grid() {
        return find(Grid.class, find(Dialog.class).single()).single();
    }

    private void open(WholeList<String> list) {
        Button button = list.column("Device", name -> name).button("Show all", "devices.csv");
        UI.getCurrent().add(button);
        test(button).click();
    }
}
