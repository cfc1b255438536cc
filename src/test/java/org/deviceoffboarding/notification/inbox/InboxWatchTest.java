package org.deviceoffboarding.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.NoticesTold;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a portal's pages hear of what another portal on its database told somebody. */
@PortalTest
@RecordApplicationEvents
class InboxWatchTest {

    @Autowired
    private InboxRepository inbox;

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private InboxWatch watch;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from notice").update();
        watch = new InboxWatch(inbox, publisher);
        watch.look();
        watch.look();
        assertThat(told()).isZero();
    }

    @Test
    void whatIsToldElsewhereIsNewsOnce() {
        outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it.")));
        events.clear();

        watch.look();
        watch.look();

        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatIsReadElsewhereIsNewsToo() {
        outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1, Recipient.person("ben", "You asked for it.")));
        watch.look();
        events.clear();
        long id = jdbc.sql("select max(id) from notice").query(Long.class).single();

        inbox.markRead("ben", id, clock.instant());
        watch.look();
        watch.look();

        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return events.stream(NoticesTold.class).count();
    }
}
