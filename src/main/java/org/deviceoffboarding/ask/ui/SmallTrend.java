package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.base.ui.Amounts;

/** How a number went over the last results, as a line without an axis; who does not see it hears the numbers. */
class SmallTrend extends Div {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 28;
    private static final int EDGE = 3;

    /** @param numbers at least two, the oldest first */
    SmallTrend(List<Long> numbers) {
        addClassName("small-trend");
        add(new Html(
                "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\"><polyline class=\"chart-line\" points=\"%s\"/></svg>"
                        .formatted(inWords(numbers), WIDTH, HEIGHT, points(numbers))));
    }

    static String inWords(List<Long> numbers) {
        return "Over the last " + numbers.size() + " results: "
                + numbers.stream().map(Amounts::number).collect(Collectors.joining(", "));
    }

    /** Returns the corners of the line; a number that never changed is in the middle. */
    static String points(List<Long> numbers) {
        long lowest = numbers.stream().mapToLong(Long::longValue).min().orElse(0);
        long highest = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        return IntStream.range(0, numbers.size())
                .mapToObj(at -> point(
                        EDGE + (WIDTH - 2.0 * EDGE) * at / (numbers.size() - 1),
                        highest == lowest
                                ? HEIGHT / 2.0
                                : HEIGHT
                                        - EDGE
                                        - (HEIGHT - 2.0 * EDGE) * (numbers.get(at) - lowest) / (highest - lowest)))
                .collect(Collectors.joining(" "));
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
