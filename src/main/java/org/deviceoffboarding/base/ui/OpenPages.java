package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deviceoffboarding.base.PageNews;
import org.springframework.transaction.event.TransactionalEventListener;

/** The pages that are open in browser windows now, and what each wants to hear of. */
@org.springframework.stereotype.Component
public class OpenPages {

    private final Map<Class<? extends PageNews>, Followers> followers = new ConcurrentHashMap<>();
    private final Queue<PageNews> untold = new ConcurrentLinkedQueue<>();

    /** A thread of its own, since a page that is brought up to date reads, and the publisher's transaction is just ending. */
    private final Telling telling = new Telling(this::tell);

    OpenPages() {}

    /**
     * Brings a page up to date after every news of a type, for as long as the page is shown. News published in a
     * transaction reach it after the commit.
     *
     * @param update called in the page's window, with its lock held
     */
    public void follow(Component page, Class<? extends PageNews> news, Runnable update) {
        follow(page, List.of(news), update);
    }

    /** As {@link #follow(Component, Class, Runnable)} for several types of news; where more than one comes at once, once. */
    public void follow(Component page, Collection<Class<? extends PageNews>> news, Runnable update) {
        Followers.add(news.stream().distinct().map(this::followers).toList(), page, update);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PageNews news) {
        untold.add(news);
        telling.begin();
    }

    private Followers followers(Class<? extends PageNews> news) {
        return followers.computeIfAbsent(news, type -> new Followers());
    }

    private void tell() {
        List<PageNews> all = new ArrayList<>();
        for (PageNews news = untold.poll(); news != null; news = untold.poll()) {
            all.add(news);
        }
        Followers.tell(followers.entrySet().stream()
                .filter(entry -> all.stream().anyMatch(entry.getKey()::isInstance))
                .map(Map.Entry::getValue)
                .toList());
    }
}
