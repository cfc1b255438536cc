package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.base.PageNews;
import org.springframework.transaction.event.TransactionalEventListener;

/** The pages that are open in browser windows now, and what each wants to hear of. */
@org.springframework.stereotype.Component
public class OpenPages {

    private final Map<Class<? extends PageNews>, Followers> followers = new ConcurrentHashMap<>();

    OpenPages() {}

    /**
     * Brings a page up to date after every news of a type, for as long as the page is shown. News published in a
     * transaction reach it after the commit.
     *
     * @param update called in the page's window, with its lock held
     */
    public void follow(Component page, Class<? extends PageNews> news, Runnable update) {
        followers.computeIfAbsent(news, type -> new Followers()).add(page, update);
    }

    /** A thread of its own, since a page that is brought up to date reads, and the publisher's transaction is just ending. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(PageNews news) {
        Thread.ofVirtual()
                .name("open-pages")
                .start(() -> followers.forEach((type, interested) -> {
                    if (type.isInstance(news)) {
                        interested.tell();
                    }
                }));
    }
}
