package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.jspecify.annotations.Nullable;

/** What was and what is since, side by side; what differs is said in a word. */
final class ChangesTable extends NativeTable {

    /** @param words what is said in place of constants, by the name of what was changed */
    ChangesTable(Map<?, ?> before, Map<?, ?> after, Map<String, Map<String, String>> words) {
        addClassName("changes");
        getHead()
                .addRow()
                .add(header("Value", "col"), header("Before", "col"), header("After", "col"), header("", "col"));
        TreeSet<String> names = new TreeSet<>();
        before.keySet().forEach(name -> names.add((String) name));
        after.keySet().forEach(name -> names.add((String) name));
        names.forEach(name -> getBody().addRows(row(name, before, after, words.getOrDefault(name, Map.of()))));
    }

    private static NativeTableRow row(String name, Map<?, ?> before, Map<?, ?> after, Map<String, String> words) {
        Object old = before.get(name);
        Object now = after.get(name);
        NativeTableRow row = new NativeTableRow();
        row.add(
                header(DetailText.name(name), "row"),
                cell("Before", DetailText.of(old, words)),
                cell("After", DetailText.of(now, words)),
                differs(old, now));
        row.setClassName("changed", !Objects.equals(old, now));
        return row;
    }

    private static NativeTableCell cell(String title, String value) {
        NativeTableCell cell = new NativeTableCell(new LongText(value, "value"));
        cell.getElement().setAttribute("data-title", title); // stands before it where the window is narrow
        return cell;
    }

    private static NativeTableCell differs(@Nullable Object old, @Nullable Object now) {
        String word = Objects.equals(old, now) ? "Same" : old == null ? "Added" : now == null ? "Removed" : "Changed";
        return new NativeTableCell(new Span(word));
    }

    private static NativeTableHeaderCell header(String text, String scope) {
        NativeTableHeaderCell header = new NativeTableHeaderCell(text);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
