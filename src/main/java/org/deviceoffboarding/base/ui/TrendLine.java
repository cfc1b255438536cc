package org.deviceoffboarding.base.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** Numbers over time as a line, drawn as SVG with an axis from zero. */
final class TrendLine {

    private static final double TOP = 24;
    private static final double BOTTOM = 150;

    /** In percent of the width: the axis' numbers stand before it. */
    private static final double LEFT = 12;

    private static final double RIGHT = 95;

    /** More would lie over each other on a phone; the first and the last are always there. */
    private static final int MOST_LABELS = 6;

    private final List<String> names;
    private final List<Long> values;
    private final long highest;

    /** @param values at least two, one for each name */
    TrendLine(List<String> names, List<Long> values) {
        if (values.size() < 2 || names.size() != values.size()) {
            throw new IllegalArgumentException("A line has at least two points, each with a name");
        }
        this.names = List.copyOf(names);
        this.values = List.copyOf(values);
        this.highest = evenTop(values.stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Returns the drawing. */
    String svg() {
        List<String> parts = new ArrayList<>();
        for (long tick : new long[] {0, highest / 2, highest}) {
            parts.add(line("chart-axis", LEFT, y(tick), RIGHT, y(tick)));
            parts.add(text(LEFT - 2, y(tick) + 4, "end", number(tick)));
        }
        for (int i = 1; i < values.size(); i++) {
            parts.add(line("chart-line", x(i - 1), y(values.get(i - 1)), x(i), y(values.get(i))));
        }
        for (int i = 0; i < values.size(); i++) {
            parts.add("<circle class=\"chart-point\" cx=\"%s%%\" cy=\"%s\" r=\"4\"><title>%s: %s</title></circle>"
                    .formatted(decimal(x(i)), decimal(y(values.get(i))), escape(names.get(i)), number(values.get(i))));
            if (isLabelled(i)) {
                parts.add(text(x(i), y(values.get(i)) - 9, "middle", number(values.get(i))));
                parts.add(text(x(i), BOTTOM + 22, "middle", names.get(i)));
            }
        }
        return "<svg width=\"100%\" height=\"180\" aria-hidden=\"true\">" + String.join("", parts) + "</svg>";
    }

    private boolean isLabelled(int point) {
        return values.size() <= MOST_LABELS || point == 0 || point == values.size() - 1;
    }

    /** The next number with one digit that is not zero, and even, so that half of it is whole: 2, 4, 6, 8, 10, 20, 40 … */
    private static long evenTop(long most) {
        long unit = 1;
        while (unit * 10 < most) {
            unit *= 10;
        }
        long step = unit == 1 ? 2 : unit;
        return Math.max(step, (most + step - 1) / step * step);
    }

    private double x(int point) {
        return LEFT + 3 + (RIGHT - LEFT - 6) * point / (values.size() - 1);
    }

    private double y(long value) {
        return BOTTOM - (BOTTOM - TOP) * value / highest;
    }

    private static String line(String name, double fromX, double fromY, double toX, double toY) {
        return "<line class=\"%s\" x1=\"%s%%\" y1=\"%s\" x2=\"%s%%\" y2=\"%s\"/>"
                .formatted(name, decimal(fromX), decimal(fromY), decimal(toX), decimal(toY));
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"%s%%\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(decimal(x), decimal(y), anchor, escape(text));
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
}
