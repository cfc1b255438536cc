package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses, orders and resizes the columns of a list with the keyboard, too; what is changed is seen at once. */
class ColumnsMenu extends Button {

    private static final int AUTOMATIC = 0;
    private static final List<Integer> WIDTHS = List.of(AUTOMATIC, 80, 120, 180, 260, 400);

    private final ListColumns<?> columns;
    private final Div lines = new Div();

    ColumnsMenu(ListColumns<?> columns) {
        super("Columns", VaadinIcon.GRID_H.create());
        this.columns = columns;
        addClassName("columns-open");
        addThemeVariants(ButtonVariant.SMALL);
        lines.addClassName("column-lines");
        Button reset = new Button("Reset columns", click -> {
            columns.reset();
            fill();
        });
        reset.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Popover popover = new Popover(lines, reset);
        popover.setTarget(this);
        popover.setModal(true);
        popover.setAriaLabel("Columns");
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                fill();
            }
        });
    }

    private void fill() {
        lines.removeAll();
        columns.choice().columns().forEach(column -> lines.add(line(column)));
    }

    private Div line(ColumnChoice.Column column) {
        String title = columns.title(column.key());
        Checkbox shown = new Checkbox(title, column.shown());
        shown.setEnabled(!columns.stays(column.key()));
        shown.addValueChangeListener(change -> columns.show(column.key(), change.getValue()));
        Div line = new Div(shown, width(column, title));
        line.add(mover(line, column, VaadinIcon.ARROW_UP, "Move " + title + " to the left", -1));
        line.add(mover(line, column, VaadinIcon.ARROW_DOWN, "Move " + title + " to the right", 1));
        line.addClassName("column-line");
        return line;
    }

    private Select<Integer> width(ColumnChoice.Column column, String title) {
        int now = Optional.ofNullable(column.width()).orElse(AUTOMATIC);
        List<Integer> offered = new ArrayList<>(WIDTHS);
        if (!offered.contains(now)) {
            offered.add(now);
        }
        Select<Integer> width = new Select<>();
        width.setAriaLabel("Width of " + title);
        width.setItems(offered);
        width.setItemLabelGenerator(pixels -> pixels == AUTOMATIC ? "Automatic" : pixels + " px");
        width.setValue(now);
        width.addValueChangeListener(
                change -> columns.resize(column.key(), change.getValue() == AUTOMATIC ? null : change.getValue()));
        return width;
    }

    /** The line moves with its button, which keeps the focus. */
    private Button mover(Div line, ColumnChoice.Column column, VaadinIcon icon, String label, int places) {
        Button mover = new Button(icon.create());
        mover.setAriaLabel(label);
        mover.setTooltipText(label);
        mover.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        mover.addClickListener(click -> {
            int to = lines.indexOf(line) + places;
            if (to >= 0 && to < lines.getComponentCount()) {
                columns.move(column.key(), places);
                lines.remove(line);
                lines.addComponentAtIndex(to, line);
                mover.focus();
            }
        });
        return mover;
    }
}
