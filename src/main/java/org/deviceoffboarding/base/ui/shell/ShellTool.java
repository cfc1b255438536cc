package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.Component;

/** Something small that a feature shows beside the product's name on every page, such as what is new. Declared as a bean. */
public interface ShellTool {

    /**
     * Returns a new component for one place of one browser window: it stands in the menu, and once more above pages where the window is
     * too narrow to show the menu. It keeps itself up to date.
     */
    Component create();
}
