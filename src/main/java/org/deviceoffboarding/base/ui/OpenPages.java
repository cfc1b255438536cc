package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.base.PageNews;
import org.springframework.transaction.event.TransactionalEventListener;

/** The pages that are open in browser windows now, and what each wants to hear of. */
@org.springframework.stereotype.Component
public class OpenPages {

    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    OpenPages() {}

    /**
     * Brings a page up to date after every news of a type, for as long as the page is shown. News published in a
     * transaction reach it after the commit.
     *
     * @param update called in the page's window, with its lock held
     */
    public void follow(Component page, Class<? extends PageNews> news, Runnable update) {
        page.addAttachListener(attached -> follow(attached, news, update));
    }

    /** A thread of its own, since a page that is brought up to date reads, and the publisher's transaction is just ending. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(PageNews news) {
        Thread.ofVirtual()
                .name("open-pages")
                .start(() -> followers.stream()
                        .filter(follower -> follower.news().isInstance(news))
                        .forEach(Follower::tell));
    }

    private void follow(AttachEvent attached, Class<? extends PageNews> news, Runnable update) {
        Follower follower = new Follower(attached.getUI(), news, update);
        followers.add(follower);
        attached.getSource().addDetachListener(detached -> {
            followers.remove(follower);
            detached.unregisterListener();
        });
    }

    private record Follower(UI window, Class<? extends PageNews> news, Runnable update) {

        void tell() {
            try {
                window.access(update::run);
            } catch (UIDetachedException closedMeanwhile) {
                // Nobody looks any more; its detach listener ends the following.
            }
        }
    }
}
