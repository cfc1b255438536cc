package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Shows and hides columns. Vaadin makes the cells of hidden ones, too, sends them, and keeps them for each row of each open page. */
final class ShownCells<T> implements Serializable {

    private final Map<Grid.Column<T>, Renderer<T>> hidden = new HashMap<>();

    void show(Grid.Column<T> column, boolean shown) {
        column.setVisible(shown);
        if (shown) {
            Renderer<T> cells = hidden.remove(column);
            if (cells != null) {
                column.setRenderer(cells);
            }
        } else if (!hidden.containsKey(column)) {
            hidden.put(column, column.getRenderer());
            column.setRenderer(LitRenderer.of(""));
        }
    }
}
