package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What a feature lets people do at the top of the list of devices, without picking any there. Declared as a bean; beans with
 * a lower {@link org.springframework.core.annotation.Order} stand further left.
 */
public interface DeviceListButton {

    /**
     * Returns a new button for one browser window, or nothing where the person signed in may not do it.
     *
     * @param done called after something was changed
     */
    Optional<Component> create(Runnable done);
}
