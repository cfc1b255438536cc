package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;

/**
 * A section that a feature shows on Overview. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface OverviewSection {

    /** Returns a new section with the state of now, for the person signed in. */
    Component create();

    /** Returns whether there is something to show before the first result, when nothing was looked at yet. */
    default boolean showsBeforeFirstResult() {
        return false;
    }
}
