package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.PageNews;

/**
 * A step on the way from an empty portal to its first result, which Overview shows until then. Declared as a bean; beans with
 * a lower {@link org.springframework.core.annotation.Order} come first.
 */
public interface GuideStep {

    /** Returns what is to be done, in a few words. */
    String title();

    /** Returns whether it is done. */
    boolean done();

    /** Returns a new component that says what it is about, and what is known of it now. */
    Component about();

    /** Returns a new button to do it with; nothing where the person signed in can't, or it is being done. */
    Optional<Component> action();

    /** Returns the role of who can do it, see {@link org.deviceoffboarding.base.Roles}; empty where nobody has to do anything. */
    String role();

    /** Returns the news after which it may be another step's turn. */
    default List<Class<? extends PageNews>> news() {
        return List.of();
    }
}
