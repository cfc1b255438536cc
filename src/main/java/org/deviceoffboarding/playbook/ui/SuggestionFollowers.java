package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.playbook.checklist.ChecklistChanged;
import org.deviceoffboarding.playbook.keycheck.KeyCheckChanged;
import org.springframework.context.event.EventListener;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContextHolder;

/** The open pages of suggestions, so that each shows what others tick there, and how far a check of keys is. */
@org.springframework.stereotype.Component
class SuggestionFollowers {

    private final Map<Long, Set<Runnable>> followers = new ConcurrentHashMap<>();

    /** Refreshes a component when it is attached, and whenever something changes for its suggestion while it is. */
    void follow(Component component, long suggestionId, Runnable refresh) {
        component.addAttachListener(attached -> follow(attached, suggestionId, refresh));
    }

    @EventListener
    void on(ChecklistChanged event) {
        tell(event.suggestionId());
    }

    @EventListener
    void on(KeyCheckChanged event) {
        tell(event.suggestionId());
    }

    private void follow(AttachEvent attached, long suggestionId, Runnable refresh) {
        UI window = attached.getUI();
        // What changes comes on other threads, and is then read as the person whose window it is.
        Runnable asPerson = new DelegatingSecurityContextRunnable(refresh, SecurityContextHolder.getContext());
        Runnable follower = () -> tell(window, asPerson);
        followers
                .computeIfAbsent(suggestionId, id -> ConcurrentHashMap.newKeySet())
                .add(follower);
        attached.getSource().addDetachListener(detached -> {
            followers.computeIfPresent(suggestionId, (id, those) -> {
                those.remove(follower);
                return those.isEmpty() ? null : those;
            });
            detached.unregisterListener();
        });
        refresh.run();
    }

    private void tell(long suggestionId) {
        followers.getOrDefault(suggestionId, Set.of()).forEach(Runnable::run);
    }

    private static void tell(UI window, Runnable refresh) {
        try {
            window.access(refresh::run);
        } catch (UIDetachedException closedMeanwhile) {
            // Nobody looks any more; its detach listener ends the following.
        }
    }
}
