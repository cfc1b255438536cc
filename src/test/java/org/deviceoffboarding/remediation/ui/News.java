package org.deviceoffboarding.remediation.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.deviceoffboarding.base.PageNews;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the open page news as they come after a commit, though the test's own transaction goes on. */
public final class News {

    private News() {}

    public static void tell(ApplicationEventPublisher events, PageNews news) {
        VaadinSession session = VaadinSession.getCurrent();
        CompletableFuture.runAsync(() -> events.publishEvent(news)).join();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !session.getPendingAccessQueue().isEmpty());
        // What waits for the window is done when its lock is let go, on this thread and so in its transaction.
        session.unlock();
        session.lock();
    }
}
