package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The components in open browser windows that are told of something as soon as it happens. */
public final class Followers {

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /**
     * Tells a component of all that happens, for as long as it is part of a page.
     *
     * @param update called in the component's window, with its lock held
     */
    public void add(Component component, Runnable update) {
        add(List.of(this), component, update);
    }

    /** Tells a component of all that happens to any of several, once where it happens to more than one of them. */
    static void add(Collection<Followers> all, Component component, Runnable update) {
        component.addAttachListener(attached -> follow(attached, all, update));
    }

    /** Tells all. A window that is busy is told when it no longer is; none is left out. */
    public void tell() {
        tell(List.of(this));
    }

    /** Tells all of several, each window once: it is sent what changed in one message. */
    public static void tell(Collection<Followers> interested) {
        Set<OpenWindow> windows = new LinkedHashSet<>();
        interested.forEach(each -> each.followers.forEach(follower -> {
            if (follower.note()) {
                windows.add(follower.window());
            }
        }));
        windows.forEach(OpenWindow::bringUpToDate);
    }

    /** Returns how many there are now. */
    int count() {
        return followers.size();
    }

    private static void follow(AttachEvent attached, Collection<Followers> all, Runnable update) {
        Follower follower = new Follower(OpenWindow.of(attached.getUI()), update);
        all.forEach(each -> each.followers.add(follower));
        attached.getSource().addDetachListener(detached -> {
            all.forEach(each -> each.followers.remove(follower));
            follower.end();
            detached.unregisterListener();
        });
    }
}
