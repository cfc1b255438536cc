package org.deviceoffboarding.evaluation.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.remediation.ui.News;
import org.springframework.context.ApplicationEventPublisher;

/** Tells the open page that a run started, came to its next phase or ended. */
final class ToldRun {

    private ToldRun() {}

    static void tell(ApplicationEventPublisher events, Run run) {
        events.publishEvent(new RunChanged(run));
        hear();
    }

    /** Returns when a thread of its own has told the page, and that is brought up to date. */
    static void hear() {
        VaadinSession session = VaadinSession.getCurrent();
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> !session.getPendingAccessQueue().isEmpty());
        News.doWhatWaits();
    }
}
