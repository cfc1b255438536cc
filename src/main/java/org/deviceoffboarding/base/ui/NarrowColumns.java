package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;

/** Leaves the secondary columns of a table away in a narrow window, where the first column says the same in short. */
public final class NarrowColumns {

    private static final int NARROW = 800;

    private NarrowColumns() {}

    /** Shows these columns in wide windows only, also when the window's width changes. */
    @SafeVarargs
    public static <T> void hideWhenNarrow(Grid<T> grid, Grid.Column<T>... columns) {
        List<Grid.Column<T>> secondary = List.of(columns);
        grid.addAttachListener(event -> follow(event, secondary));
    }

    private static <T> void follow(AttachEvent event, List<Grid.Column<T>> secondary) {
        UI ui = event.getUI();
        show(secondary, ui.getPage().getExtendedClientDetails().getWindowInnerWidth());
        var following = ui.getPage().addBrowserWindowResizeListener(resize -> show(secondary, resize.getWidth()));
        event.getSource().addDetachListener(detach -> {
            following.remove();
            detach.unregisterListener();
        });
    }

    /** @param width in pixels; 0 or less where the browser has not said it yet */
    private static <T> void show(List<Grid.Column<T>> secondary, int width) {
        secondary.forEach(column -> column.setVisible(width <= 0 || width > NARROW));
    }
}
