package org.deviceoffboarding.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.audit.restored.HeldDatabase;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.SampleNotice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup that is restored revives what waited to be sent in it: none of it is sent unless an owner says so. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RestoredNoticesTest {

    private static final Instant START = Instant.parse("2026-11-23T11:00:00Z");
    private static final Actor OWNER = new Actor("olga", "Olga");

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private ParcelRepository parcels;

    @Autowired
    private AsideRepository aside;

    @Autowired
    private DeliveryRepository deliveries;

    @Autowired
    private RestoredDatabase restored;

    @Autowired
    private WaitedService waited;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(START);
    private final ScriptedCarrier carrier = new ScriptedCarrier();

    @BeforeEach
    void startAfresh() {
        forget();
        restored.lastFoundAt().ifPresent(queue()::setAside);
        carrier.wanting = notice -> List.of(new Consignment("a", notice.id(), START, false));
    }

    @AfterEach
    void tidyUp() {
        HeldDatabase.end(jdbc);
        forget();
    }

    private void forget() {
        jdbc.sql("truncate notice, told_notice, delivery_destination, parcel, parcel_notice, delivery_outage")
                .update();
    }

    @Test
    void whatWaitedIsSetAsideAndWhatIsToldSinceIsSentOnceAnOwnerHasConfirmed() {
        tell(1, 2);
        queue().fill();
        tell(3); // in no queue yet
        HeldDatabase.begin(jdbc);

        round();

        assertThat(carrier.carried).isEmpty();
        assertThat(sentencesSetAside()).containsExactly("Run 1 failed.", "Run 2 failed.", "Run 3 failed.");

        tell(4);
        round();

        assertThat(carrier.carried).as("held").isEmpty();
        assertThat(sentencesSetAside()).as("set aside once").hasSize(3);

        HeldDatabase.end(jdbc);
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 4 failed.");
        assertThat(deliveries.find(DestinationKind.WEBHOOK, "a").orElseThrow().waiting())
                .isZero();
    }

    @Test
    void whatAnOwnerLetsBeSentGoesBehindWhatWaitsWithTheIdThatItHad() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(1, 2);
        round();
        HeldDatabase.begin(jdbc);
        round();
        tell(3);
        round();
        carrier.answer = parcel -> Carried.sent("Taken.");
        assertThat(waited().getFirst().attempts()).isEqualTo(1);

        long sent = owner(() -> waited.send(idsSetAside()));
        round();
        assertThat(carrier.carried).as("held, also what is to be sent").hasSize(1);
        HeldDatabase.end(jdbc);
        round();

        assertThat(sent).isEqualTo(2);
        assertThat(carrier.sentTo("a").subList(1, 4))
                .containsExactly("Run 3 failed.", "Run 1 failed.", "Run 2 failed.");
        assertThat(carrier.carried.get(2).id())
                .isEqualTo(carrier.carried.getFirst().id());
        assertThat(sentencesSetAside()).isEmpty();
        assertThat(lastEntry())
                .isEqualTo(
                        "notices.waited-sent: Let be sent what waited in the restored database: 0 by mail, 2 by webhooks");
    }

    @Test
    void whatAnOwnerLeavesOutIsNeverSentAndSaysWhy() {
        tell(1, 2);
        queue().fill();
        HeldDatabase.begin(jdbc);
        round();
        List<UUID> ids = idsSetAside();

        owner(() -> waited.leaveOut(ids.subList(0, 1)));
        long again = owner(() -> waited.send(ids.subList(0, 1)));
        HeldDatabase.end(jdbc);
        round();

        assertThat(again).as("decided already").isZero();
        assertThat(carrier.carried).isEmpty();
        assertThat(sentencesSetAside()).containsExactly("Run 2 failed.");
        assertThat(jdbc.sql("select outcome from parcel where id = :id")
                        .param("id", ids.getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("It waited in a restored backup, and Olga left it out.");
        assertThat(lastEntry()).startsWith("notices.waited-left-out: Left out");
    }

    @Test
    void aBackupRestoredBetweenTwoNoticesHoldsTheSecond() {
        carrier.answer = parcel -> {
            HeldDatabase.begin(jdbc);
            return Carried.sent("Taken.");
        };
        tell(1, 2);

        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
        assertThat(sentencesSetAside()).containsExactly("Run 2 failed.");
    }

    @Test
    void aDigestThatWaitedTakesUpNothingThatIsToldSince() {
        carrier.wanting = notice -> List.of(new Consignment("a", notice.id(), START, true));
        tell(1);
        queue().fill();
        HeldDatabase.begin(jdbc);
        round();
        tell(2);
        HeldDatabase.end(jdbc);

        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 2 failed.");
        assertThat(sentencesSetAside()).containsExactly("Run 1 failed.");
    }

    @Test
    void whatFailedBeforeTheBackupBeginsAnew() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(1);
        round();
        clock.forward(Duration.ofDays(30));
        HeldDatabase.begin(jdbc);
        round();
        HeldDatabase.end(jdbc);
        tell(2);

        round();

        Destination destination = deliveries.find(DestinationKind.WEBHOOK, "a").orElseThrow();
        assertThat(destination.offAt()).as("not for the days since the backup").isNull();
        assertThat(destination.failures()).isEqualTo(1);
    }

    @Test
    void whatWaitsForAnOwnerIsNotForgottenAsOld() {
        tell(1);
        queue().fill();
        HeldDatabase.begin(jdbc);
        round();

        deliveries.forgetBefore(Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(sentencesSetAside()).containsExactly("Run 1 failed.");
    }

    private void round() {
        Delivery delivery = new Delivery(deliveries, List.of(carrier), restored, transactions, events, clock);
        new DeliveryRound(queue(), deliveries, delivery, restored, clock).go(() -> false);
    }

    private ParcelQueue queue() {
        return new ParcelQueue(parcels, aside, List.of(carrier), transactions, events, clock);
    }

    private void tell(int... runs) {
        IntStream.of(runs)
                .forEach(run -> transactions.executeWithoutResult(
                        transaction -> outbox.tell(Actor.PORTAL, SampleNotice.runFailed(run))));
    }

    private List<WaitedParcel> waited() {
        return owner(waited::find);
    }

    private List<String> sentencesSetAside() {
        return waited().stream().flatMap(each -> each.sentences().stream()).toList();
    }

    private List<UUID> idsSetAside() {
        return waited().stream().map(WaitedParcel::id).toList();
    }

    private String lastEntry() {
        return jdbc.sql("select action || ': ' || summary from audit_entry order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private static <T> T owner(Supplier<T> call) {
        return As.person(OWNER, List.of(Roles.READER, Roles.OWNER), call);
    }
}
