package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import org.deviceoffboarding.evaluation.Run;

/**
 * What a feature shows on the page of a run that was completed. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface RunSection {

    /** Returns a new component for one browser window. */
    Component create(Run run);
}
