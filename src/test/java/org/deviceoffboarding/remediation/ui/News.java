package org.deviceoffboarding.remediation.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.OpenPages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the open page news as they come after a commit, though the test's own transaction goes on. */
public final class News {

    private News() {}

    /** Returns once the page has heard of it, whatever else it is told meanwhile. */
    public static void tell(ApplicationEventPublisher events, PageNews news) {
        publish(events, news);
        Span listener = new Span();
        AtomicInteger heard = new AtomicInteger();
        ((ApplicationContext) events).getBean(OpenPages.class).follow(listener, LastNews.class, heard::incrementAndGet);
        UI page = UI.getCurrent();
        page.getElement().appendVirtualChild(listener.getElement());

        // Heard of together with what another thing told the page, it can be ahead of the news; heard of twice, it is
        // not.
        for (int times = 1; times <= 2; times++) {
            publish(events, new LastNews());
            awaitHearing(heard, times);
        }
        page.getElement().removeVirtualChild(listener.getElement());
    }

    private static void publish(ApplicationEventPublisher events, PageNews news) {
        CompletableFuture.runAsync(() -> events.publishEvent(news)).join();
    }

    private static void awaitHearing(AtomicInteger heard, int times) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    doWhatWaits();
                    return heard.get() >= times;
                });
    }

    /**
     * Does what waits for the window on this thread and so in its transaction. Its lock is held on to, or else the thread that tells
     * would do it.
     */
    public static void doWhatWaits() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    private record LastNews() implements PageNews {}
}
