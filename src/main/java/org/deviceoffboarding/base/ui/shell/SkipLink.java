package org.deviceoffboarding.base.ui.shell;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;

/**
 * The first thing that the keyboard reaches: it leads past the menu to the page. A button, since a link to a place within
 * the page would lead elsewhere where the page has a base address.
 */
class SkipLink extends NativeButton {

    SkipLink(Main page) {
        super("Skip to the page");
        addClassName("skip-link");
        page.getElement().setAttribute("tabindex", "-1");
        addClickListener(click -> page.getElement().executeJs("this.focus()"));
    }
}
