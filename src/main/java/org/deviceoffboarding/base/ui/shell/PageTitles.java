package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Lets the browser's title say what is shown, then the product: pages name only the former. */
@Component
class PageTitles implements VaadinServiceInitListener {

    static final String PRODUCT = "Device Offboarding";

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.getSource()
                .addUIInitListener(
                        opened -> opened.getUI().addAfterNavigationListener(arrived -> complete(opened.getUI())));
    }

    /** Vaadin sets the page's own title after it has told of the arrival, so this waits until it is answered. */
    private static void complete(UI window) {
        window.beforeClientResponse(
                window,
                answering ->
                        window.getPage().setTitle(whole(window.getInternals().getTitle())));
    }

    private static String whole(String shown) {
        return shown == null || shown.isBlank() ? PRODUCT : shown + " – " + PRODUCT;
    }
}
