package org.deviceoffboarding.base.ui.list;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a list shows, in which order and how wide. Written as {@code name,user:240,-platform}: one is wide, the last
 * one hidden. What is not understood is left out, since it may come from an older or a newer portal.
 */
record ColumnChoice(List<Column> columns) {

    /** The list as it is where nobody chose anything. */
    static final ColumnChoice NONE = new ColumnChoice(List.of());

    private static final Pattern WRITTEN = Pattern.compile("(-?)(\\w{1,40})(?::(\\d{2,4}))?");

    /** @param width in pixels; null where the list finds it by itself */
    record Column(String key, boolean shown, @Nullable Integer width) {

        Column shown(boolean so) {
            return new Column(key, so, width);
        }

        Column wide(@Nullable Integer pixels) {
            return new Column(key, shown, pixels);
        }

        @Override
        public String toString() {
            return (shown ? "" : "-") + key + (width == null ? "" : ":" + width);
        }
    }

    ColumnChoice {
        columns = List.copyOf(columns);
    }

    static ColumnChoice parse(String text) {
        List<Column> columns = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            var written = WRITTEN.matcher(part.strip());
            if (written.matches()
                    && columns.stream().noneMatch(column -> column.key().equals(written.group(2)))) {
                String width = written.group(3);
                columns.add(new Column(
                        written.group(2), written.group(1).isEmpty(), width == null ? null : Integer.valueOf(width)));
            }
        }
        return new ColumnChoice(columns);
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(","));
    }
}
