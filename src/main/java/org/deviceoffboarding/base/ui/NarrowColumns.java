package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;

/** Leaves the secondary columns of a table away in a narrow window, where the first column says the same in short. */
public final class NarrowColumns {

    private static final int NARROW = 800;

    private NarrowColumns() {}

    /** Shows these columns in wide windows only, also when the window's width changes. */
    @SafeVarargs
    public static <T> void hideWhenNarrow(Grid<T> grid, Grid.Column<T>... columns) {
        List<Grid.Column<T>> secondary = List.of(columns);
        follow(grid, narrow -> secondary.forEach(column -> column.setVisible(!narrow)));
    }

    /** Says whether the window is narrow, now and when its width changes. */
    public static void follow(Component part, SerializableConsumer<Boolean> changed) {
        part.addAttachListener(event -> follow(event, changed));
    }

    private static void follow(AttachEvent event, SerializableConsumer<Boolean> changed) {
        UI ui = event.getUI();
        changed.accept(isNarrow(ui.getPage().getExtendedClientDetails().getWindowInnerWidth()));
        var following =
                ui.getPage().addBrowserWindowResizeListener(resize -> changed.accept(isNarrow(resize.getWidth())));
        event.getSource().addDetachListener(detach -> {
            following.remove();
            detach.unregisterListener();
        });
    }

    /** @param width in pixels; 0 or less where the browser has not said it yet */
    private static boolean isNarrow(int width) {
        return width > 0 && width <= NARROW;
    }
}
