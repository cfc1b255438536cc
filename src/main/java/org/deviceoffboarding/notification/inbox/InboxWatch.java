package org.deviceoffboarding.notification.inbox;

import org.deviceoffboarding.notification.NoticesTold;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells this portal's pages of what another portal on the same database told somebody, or showed them. */
@Component
public class InboxWatch {

    private final InboxRepository inbox;
    private final ApplicationEventPublisher events;
    private String known = "";

    InboxWatch(InboxRepository inbox, ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.events = events;
    }

    /** Called every second or two. What this portal told itself is told its pages once more, who find that nothing changed. */
    public synchronized void look() {
        String now = inbox.state();
        if (!now.equals(known)) {
            boolean first = known.isEmpty();
            known = now;
            if (!first) {
                events.publishEvent(new NoticesTold());
            }
        }
    }
}
