package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.springframework.stereotype.Component;

/** The links between the pages of the settings, for the top of each. */
@Component
public final class SettingsTabs {

    private final List<SettingsPage> pages;

    SettingsTabs(List<SettingsPage> pages) {
        this.pages = List.copyOf(pages);
    }

    /**
     * Returns the links.
     *
     * @param shown the path of the page that they stand on
     */
    public Nav on(String shown) {
        Nav links = new Nav();
        links.addClassName("tabs");
        links.getElement().setAttribute("aria-label", "Settings");
        pages.forEach(page -> links.add(link(page, page.path().equals(shown))));
        return links;
    }

    private static Anchor link(SettingsPage page, boolean shown) {
        Anchor link = new Anchor(page.path(), page.title());
        if (shown) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
