package org.deviceoffboarding.keys.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Something in this browser window learned that more is known of devices' keys; tables that show keys read them again. */
public class KeysChangedEvent extends ComponentEvent<UI> {

    private KeysChangedEvent(UI window) {
        super(window, false);
    }

    /** Tells all of a window that follow. */
    public static void fire(UI window) {
        ComponentUtil.fireEvent(window, new KeysChangedEvent(window));
    }

    /** Does something at every change for as long as a component is part of a window. */
    public static void follow(Component component, Runnable change) {
        component.addAttachListener(attached -> {
            var following = ComponentUtil.addListener(attached.getUI(), KeysChangedEvent.class, event -> change.run());
            attached.getSource().addDetachListener(detached -> {
                following.remove();
                detached.unregisterListener();
            });
        });
    }
}
