package org.deviceoffboarding.remediation.ui.removed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;

/** The two lists of removed devices, and the links between them. */
class RemovedTabs extends Nav {

    /** Where the list of disabled devices is. */
    static final String IN_GRACE_PERIOD = "removed";

    /** Where the list of deleted devices is. */
    static final String DELETED = "removed/deleted";

    /** @param shown the path of the page that they stand on */
    RemovedTabs(String shown) {
        addClassName("tabs");
        getElement().setAttribute("aria-label", "Removed devices");
        add(link(IN_GRACE_PERIOD, shown), link(DELETED, shown));
    }

    /** Returns the link to one of the lists, which reads as its name. */
    static Anchor link(String path) {
        return new Anchor(path, path.equals(DELETED) ? "Deleted" : "In the grace period");
    }

    private static Anchor link(String path, String shown) {
        Anchor link = link(path);
        if (path.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
