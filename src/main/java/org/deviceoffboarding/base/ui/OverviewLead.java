package org.deviceoffboarding.base.ui;

import com.vaadin.flow.router.Location;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.base.PageNews;

/**
 * What a feature has the person do before anything else, on Overview: its one primary button leads there. Declared as a bean;
 * of several, the one with the lowest {@link org.springframework.core.annotation.Order} that has something leads.
 */
public interface OverviewLead {

    /** Returns what waits for the person signed in now; nothing where nothing does. */
    Optional<Lead> now();

    /** Returns what has to happen for it to become another one. */
    Set<Class<? extends PageNews>> changedBy();

    /**
     * Where the button leads.
     *
     * @param words what stands on it, beginning with a verb
     * @param address of a page of the portal, with its parameters
     */
    record Lead(String words, Location address) {}
}
