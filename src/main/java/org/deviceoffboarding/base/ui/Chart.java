package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.HtmlUtils;

/**
 * Numbers as bars made of parts, or their totals as a line, drawn as SVG, with a legend and the same numbers as a table behind it. Each part has a
 * colour of the style sheet's, which follows light and dark; parts that no bar has are in neither legend nor table.
 */
public final class Chart {

    /** As many parts as have a colour of their own. */
    private static final int MOST_PARTS = 6;

    private final String what;
    private final List<String> parts;
    private final List<Bar> bars;

    /**
     * A chart.
     *
     * @param what what it shows, for people who can't see it: "Devices flagged by platform"
     * @param parts the names of the parts of a bar, at most six
     * @param bars each with as many values as there are parts
     */
    public Chart(String what, List<String> parts, List<Bar> bars) {
        if (parts.size() > MOST_PARTS
                || bars.stream().anyMatch(bar -> bar.values().size() != parts.size())) {
            throw new IllegalArgumentException("A chart has at most six parts, and every bar a value for each");
        }
        this.what = what;
        this.parts = List.copyOf(parts);
        this.bars = List.copyOf(bars);
    }

    /** Returns the bars below each other, each with its name and its total. */
    public Component lying() {
        double longest = longest();
        StringBuilder html =
                new StringBuilder("<div class=\"chart-bars\" role=\"img\" aria-label=\"" + escape(inWords()) + "\">");
        for (Bar bar : bars) {
            html.append("<span>")
                    .append(escape(bar.name()))
                    .append("</span><svg width=\"100%\" height=\"16\" aria-hidden=\"true\">");
            double from = 0;
            for (int part = 0; part < parts.size(); part++) {
                double width = 100.0 * bar.values().get(part) / longest;
                html.append(rectangle(part, from, width, "0", "16"));
                from += width;
            }
            html.append("</svg><span class=\"number\">")
                    .append(number(bar.total()))
                    .append("</span>");
        }
        return withTable(html.append("</div>").toString());
    }

    /** Returns the totals as a line from bar to bar, with an axis from zero; there have to be two bars or more. */
    public Component line() {
        TrendLine line = new TrendLine(
                bars.stream().map(Bar::name).toList(),
                bars.stream().map(Bar::total).toList());
        int[] shown = shown();
        return new Div(new Html("<div class=\"chart\"><div class=\"chart-trend\" role=\"img\" aria-label=\""
                + escape(inWords()) + "\">" + line.svg() + "</div>" + table(shown) + "</div>"));
    }

    private double longest() {
        return Math.max(1, bars.stream().mapToLong(Bar::total).max().orElse(1));
    }

    private String inWords() {
        List<String> words = new ArrayList<>();
        bars.forEach(bar -> words.add(bar.name() + ": " + number(bar.total())));
        return what + ". " + String.join(", ", words) + ". The table has the details.";
    }

    private Component withTable(String drawing) {
        int[] shown = shown();
        return new Div(new Html("<div class=\"chart\">" + drawing + legend(shown) + table(shown) + "</div>"));
    }

    private int[] shown() {
        return IntStream.range(0, parts.size())
                .filter(part -> bars.stream().anyMatch(bar -> bar.values().get(part) > 0))
                .toArray();
    }

    private String legend(int[] shown) {
        return IntStream.of(shown)
                .mapToObj(part ->
                        "<li><span class=\"chart-key part-" + part + "\"></span>" + escape(parts.get(part)) + "</li>")
                .collect(Collectors.joining("", "<ul class=\"chart-legend\">", "</ul>"));
    }

    private String table(int[] shown) {
        StringBuilder html = new StringBuilder(
                        "<details><summary>Show as a table</summary><table><caption class=\"visually-hidden\">")
                .append(escape(what))
                .append("</caption><thead><tr><td></td>");
        IntStream.of(shown).forEach(part -> html.append(column(escape(parts.get(part)))));
        html.append(column("All")).append("</tr></thead><tbody>");
        bars.forEach(bar -> html.append(row(bar, shown)));
        return html.append("</tbody></table></details>").toString();
    }

    private static String column(String name) {
        return "<th scope=\"col\">" + name + "</th>";
    }

    private static String row(Bar bar, int[] shown) {
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\">")
                .append(escape(bar.name()))
                .append("</th>");
        IntStream.of(shown)
                .forEach(part -> row.append("<td>")
                        .append(number(bar.values().get(part)))
                        .append("</td>"));
        return row.append("<td>")
                .append(number(bar.total()))
                .append("</td></tr>")
                .toString();
    }

    private static String rectangle(int part, double x, double width, String y, String height) {
        return "<rect class=\"part-%d\" x=\"%s%%\" y=\"%s\" width=\"%s%%\" height=\"%s\"/>"
                .formatted(part, decimal(x), y, decimal(width), height);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(long value) {
        return Amounts.number(value);
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    /**
     * One bar.
     *
     * @param values of its parts, in their order; 0 for a part that it lacks
     */
    public record Bar(String name, List<Long> values) {

        public Bar {
            values = List.copyOf(values);
        }

        long total() {
            return values.stream().mapToLong(Long::longValue).sum();
        }
    }
}
