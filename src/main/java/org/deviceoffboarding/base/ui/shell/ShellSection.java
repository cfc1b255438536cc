package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.Component;

/**
 * Something a feature shows above every page, such as that no agent is set up, or how far a run is. Declared as a bean;
 * beans with a lower {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface ShellSection {

    /**
     * Returns a new component for one browser window. It keeps itself up to date (by signals, or by observing navigation) and
     * is invisible while it has nothing to say.
     */
    Component create();
}
