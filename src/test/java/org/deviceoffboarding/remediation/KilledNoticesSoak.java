package org.deviceoffboarding.remediation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.Recipient;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.webhook.ReceivingServer;
import org.deviceoffboarding.notification.webhook.ReceivingServer.Received;
import org.deviceoffboarding.notification.webhook.WebhookDraft;
import org.deviceoffboarding.notification.webhook.WebhookFormat;
import org.deviceoffboarding.notification.webhook.WebhookService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Kills the process that sends notices at random moments: none is lost, and what is sent again has the ID that it had. */
class KilledNoticesSoak {

    private static final int KILLS = Integer.getInteger("soak.notice-kills", 200);
    private static final int MAILS = 5_000;
    private static final int EVENTS = 5_000;

    private static final int TOLD = 10;

    /** Seldom enough that looking takes nothing from the portal, which sends a few meanwhile. */
    private static final Duration LOOK = Duration.ofMillis(10);

    private final SplittableRandom random = new SplittableRandom(4711);
    private final RemediationTestBed testBed = new RemediationTestBed(50, false);
    private final JdbcClient jdbc = testBed.jdbc();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", "smtp").dynamicPort());
    private final ReceivingServer events = server();
    private final List<String> settings = settings();
    private final Carrier carrier = new Carrier("killed-notices", settings);

    @AfterEach
    void stop() {
        carrier.close();
        events.close();
        mail.stop();
        testBed.close();
    }

    @Test
    void noNoticeIsLostAndNoneArrivesWithTwoIds() throws MessagingException {
        tell();
        long begun = System.nanoTime();
        for (int kills = 0; kills < KILLS; kills++) {
            long before = settled();
            long share = (MAILS + EVENTS - before) / (KILLS - kills);
            long until = before + random.nextLong(Math.max(1, share)); // so that something is left for the last
            Process portal = carrier.start();
            await(() -> settled() > until || isAllSent());
            LockSupport.parkNanos(random.nextLong(LOOK.toNanos())); // not only when something was just noted
            carrier.kill(portal);
            assertThat(kills + 1 == KILLS || !isAllSent())
                    .as("something is left after kill %d", kills + 1)
                    .isTrue();
            if ((kills + 1) % TOLD == 0) {
                tell(kills + 1, begun);
            }
        }
        Process portal = carrier.start();
        await(this::isAllSent);
        carrier.kill(portal);

        List<Received> arrived = events.received();
        List<MimeMessage> mails = List.of(mail.getReceivedMessages());
        tell(KILLS, begun);
        System.out.printf(
                Locale.ENGLISH,
                "sent more than once: %,d of %,d events and %,d of %,d mails%n",
                arrived.size() - EVENTS - 1,
                EVENTS + 1,
                mails.size() - MAILS,
                MAILS);
        Map<String, Set<String>> idsByEvent = arrived.stream()
                .collect(groupingBy(KilledNoticesSoak::sentence, mapping(each -> each.header("webhook-id"), toSet())));
        assertThat(idsByEvent).hasSize(EVENTS + 1);
        assertThat(idsByEvent.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        Map<String, Set<String>> idsByPerson = mails.stream()
                .collect(groupingBy(KilledNoticesSoak::recipient, mapping(KilledNoticesSoak::id, toSet())));
        assertThat(idsByPerson).hasSize(MAILS);
        assertThat(idsByPerson.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    /** What takes long says how far it is. */
    private void tell(int kills, long begun) {
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf(Locale.ENGLISH, "%d kills in %,d s; %,d settled%n", kills, taken.toSeconds(), settled());
    }

    /** Tells thousands of people one thing, and another system thousands, before anybody sends anything. */
    private void tell() {
        try (ConfigurableApplicationContext portal = HeadlessPortal.start(settings)) {
            portal.getBean(Scheduler.class).pause();
            jdbc.sql("""
                    insert into person (id, name, user_principal_name, mail, roles, first_sign_in_at, last_sign_in_at,
                        roles_read_at)
                    select 'p' || n, 'P' || n, 'p' || n || '@contoso.example', 'p' || n || '@contoso.example',
                        '{READER}', now(), now(), now()
                    from generate_series(1, :people) n
                    """).param("people", MAILS).update();
            As.person(
                    new Actor("owner", "owner@contoso.example"),
                    List.of(Roles.READER, Roles.OWNER),
                    () -> portal.getBean(WebhookService.class)
                            .add(new WebhookDraft(
                                    "Events",
                                    WebhookFormat.CLOUD_EVENTS,
                                    "http://localhost:" + events.port() + "/",
                                    "localhost",
                                    Set.of(NoticeKind.RUN_FAILED))));
            List<SampleNotice> all = IntStream.rangeClosed(1, EVENTS)
                    .mapToObj(run -> SampleNotice.runFailed(run))
                    .toList();
            portal.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
                NoticeOutbox outbox = portal.getBean(NoticeOutbox.class);
                outbox.tell(Actor.PORTAL, all);
                outbox.tell(
                        Actor.PORTAL,
                        SampleNotice.runFailed(
                                EVENTS + 1, Recipient.everyoneWith(Roles.READER, "You see what runs find.")));
            });
        }
    }

    private boolean isAllSent() {
        return jdbc.sql("""
                select not exists (select from notice where queued_at is null)
                    and not exists (select from delivery_destination where cursor < last_position)
                """).query(Boolean.class).single();
    }

    private long settled() {
        return testBed.count("select count(*) from parcel where settled_at is not null");
    }

    private List<String> settings() {
        mail.start();
        List<String> all = testBed.settings();
        all.removeIf(setting -> setting.startsWith("--portal.run-watch"));
        all.add("--spring.mail.host=localhost");
        all.add("--spring.mail.port=" + mail.getSmtp().getPort());
        return all;
    }

    private static String sentence(Received received) {
        return received.body().replaceAll(".*\"sentence\":\"([^\"]*)\".*", "$1");
    }

    private static String recipient(MimeMessage message) {
        try {
            return String.valueOf(message.getAllRecipients()[0]);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReceivingServer server() {
        try {
            return new ReceivingServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("the portal's log is target/killed-notices.log")
                    .isBefore(deadline);
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
