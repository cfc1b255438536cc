package org.deviceoffboarding.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.restored.HeldDatabase;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.inbox.InboxWatch;
import org.deviceoffboarding.notification.webhook.ReceivingServer;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Answer;
import org.deviceoffboarding.notification.webhook.WebhookDraft;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way from what a feature tells to another system, by the portal's own queue of jobs. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class DeliveryJobTest {

    @Autowired
    private WebhookService webhooks;

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private DeliveryRepository deliveries;

    @Autowired
    private AsideRepository aside;

    @Autowired
    private InboxWatch inbox;

    @Autowired
    private RestoredDatabase restored;

    @Autowired
    private WaitedService waited;

    @Autowired
    private JobQueue jobs;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private ReceivingServer server;

    @BeforeEach
    void start() throws IOException {
        forget();
        server = new ReceivingServer();
    }

    @AfterEach
    void stop() {
        server.close();
        HeldDatabase.end(jdbc);
        forget();
    }

    @Test
    void whatIsToldArrivesInOrder() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(3);
        server.answer(request -> {
            arrived.countDown();
            return new Answer(204);
        });
        webhooks.add(new WebhookDraft(
                "Tickets",
                WebhookFormat.CLOUD_EVENTS,
                "http://localhost:" + server.port() + "/",
                "localhost",
                Set.of(NoticeKind.RUN_FAILED)));
        List.of(1, 2, 3)
                .forEach(run -> transactions.executeWithoutResult(
                        transaction -> outbox.tell(Actor.PORTAL, SampleNotice.runFailed(run))));

        beat().look();

        assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.received())
                .extracting(received -> received.body().replaceAll(".*\"sentence\":\"([^\"]*)\".*", "$1"))
                .containsExactly("Run 1 failed.", "Run 2 failed.", "Run 3 failed.");
    }

    @Test
    void whatWaitedInARestoredDatabaseIsSetAsideThoughNothingNewIsTold() {
        beatUntil(() -> restored.lastFoundAt().map(aside::isDone).orElse(true));
        server.answer(request -> new Answer(503));
        webhooks.add(new WebhookDraft(
                "Tickets",
                WebhookFormat.CLOUD_EVENTS,
                "http://localhost:" + server.port() + "/",
                "localhost",
                Set.of(NoticeKind.RUN_FAILED)));
        transactions.executeWithoutResult(transaction -> outbox.tell(Actor.PORTAL, SampleNotice.runFailed(1)));
        beatUntil(() -> !deliveries.isAnythingToQueue());
        HeldDatabase.begin(jdbc);
        assertThat(waited.isKnown()).isFalse();

        beatUntil(waited::isKnown);

        assertThat(waited.count()).containsEntry(DestinationKind.WEBHOOK, 1L);
    }

    private DeliveryBeat beat() {
        return new DeliveryBeat(deliveries, aside, inbox, restored, jobs, clock);
    }

    private void beatUntil(BooleanSupplier done) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            beat().look();
            return done.getAsBoolean();
        });
    }

    private void forget() {
        jdbc.sql("truncate webhook, webhook_secret, notice, told_notice, delivery_destination, parcel, parcel_notice")
                .update();
    }
}
