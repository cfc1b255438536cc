package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The links between the two lists of removed devices. */
class RemovedTabs extends Nav {

    /** @param shown the path of the page that they stand on */
    RemovedTabs(String shown) {
        addClassName("tabs");
        getElement().setAttribute("aria-label", "Removed devices");
        add(
                link(DisabledDevicesView.PATH, "In the grace period", shown),
                link(DeletedDevicesView.PATH, "Deleted", shown));
    }

    private static Anchor link(String path, String title, String shown) {
        Anchor link = new Anchor(path, title);
        if (path.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
