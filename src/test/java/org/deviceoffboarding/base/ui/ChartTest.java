package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final Chart CHART = new Chart(
            "Devices flagged by platform",
            List.of("Removed from Intune", "Broken link"),
            List.of(new Chart.Bar("Windows", List.of(30L, 10L)), new Chart.Bar("<b>iOS</b>", List.of(0L, 1_020L))));

    @Test
    void whoCannotSeeItHearsTheTotals() {
        assertThat(html(CHART.lying()).select("[role=img]").attr("aria-label"))
                .isEqualTo("Devices flagged by platform. Windows: 40, <b>iOS</b>: 1,020. The table has the details.");
    }

    @Test
    void theTableHoldsEveryNumber() {
        Document html = html(CHART.line());

        assertThat(html.select("thead th").eachText()).containsExactly("Removed from Intune", "Broken link", "All");
        assertThat(html.select("tbody tr").eachText()).containsExactly("Windows 30 10 40", "<b>iOS</b> 0 1,020 1,020");
    }

    @Test
    void theLongestBarFillsTheChartAndTheOthersFollowInProportion() {
        assertThat(html(CHART.lying()).select("rect").eachAttr("width"))
                .containsExactly("2.94%", "0.98%", "0.00%", "100.00%");
    }

    @Test
    void namesAreShownAsTheyAreAndNeverBecomeMarkup() {
        assertThat(html(CHART.lying()).select("b")).isEmpty();
        assertThat(html(CHART.line()).select("b")).isEmpty();
    }

    @Test
    void partsThatNoBarHasAreInNeitherLegendNorTable() {
        Chart chart = new Chart("One part", List.of("A", "B"), List.of(new Chart.Bar("Run 1", List.of(0L, 3L))));

        Document html = html(chart.lying());

        assertThat(html.select(".chart-legend li").eachText()).containsExactly("B");
        assertThat(html.select("thead th").eachText()).containsExactly("B", "All");
    }

    @Test
    void aChartOfZerosIsDrawn() {
        Chart zeros = new Chart("Nothing", List.of("A"), List.of(new Chart.Bar("Run 1", List.of(0L))));

        assertThat(html(zeros.lying()).select("rect").eachAttr("width")).containsExactly("0.00%");
    }

    @Test
    void aLineGoesFromPointToPointOverAnAxisFromZero() {
        Document html = html(line(131, 100, 94).line());

        assertThat(html.select(".chart-line").eachAttr("y1")).containsExactly("67.47", "87.00");
        assertThat(html.select(".chart-line").eachAttr("y2")).containsExactly("87.00", "90.78");
        assertThat(html.select(".chart-axis").eachAttr("y1")).containsExactly("150.00", "87.00", "24.00");
        assertThat(html.select("text").eachText())
                .containsExactly("0", "100", "200", "131", "Run 0", "100", "Run 1", "94", "Run 2");
        assertThat(html.select("[role=img]").attr("aria-label"))
                .isEqualTo("Flagged. Run 0: 131, Run 1: 100, Run 2: 94. The table has the details.");
        assertThat(html.select(".chart-legend")).isEmpty();
        assertThat(html.select("tbody tr").eachText()).containsExactly("Run 0 131 131", "Run 1 100 100", "Run 2 94 94");
    }

    @Test
    void aLineOfZerosLiesOnTheAxisAndManyPointsNameTheFirstAndTheLast() {
        Document html = html(line(0, 0, 0, 0, 0, 0, 0, 0).line());

        assertThat(html.select(".chart-point").eachAttr("cy")).containsOnly("150.00");
        assertThat(html.select("text").eachText()).containsExactly("0", "1", "2", "0", "Run 0", "0", "Run 7");
    }

    @Test
    void aLineNeedsTwoPoints() {
        assertThatIllegalArgumentException().isThrownBy(() -> line(5).line());
    }

    private static Chart line(long... values) {
        List<Chart.Bar> bars = new ArrayList<>();
        for (long value : values) {
            bars.add(new Chart.Bar("Run " + bars.size(), List.of(value)));
        }
        return new Chart("Flagged", List.of("Removed"), bars);
    }

    @Test
    void aBarWithoutAValueForEachPartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart("Wrong", List.of("A", "B"), List.of(new Chart.Bar("x", List.of(1L)))));
    }

    private static Document html(Component chart) {
        return Jsoup.parse(((Html) chart.getChildren().findFirst().orElseThrow())
                .getElement()
                .getOuterHTML());
    }
}
