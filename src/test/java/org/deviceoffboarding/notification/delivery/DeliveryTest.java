package org.deviceoffboarding.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.SampleNotice;
import org.deviceoffboarding.notification.StoredNotice;
import org.deviceoffboarding.notification.delivery.DeliveryRepository.Due;
import org.deviceoffboarding.notification.delivery.KilledTransactions.Killed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How what was told leaves the portal: in order, at least once, with the same ID each time, whatever happens in between. */
@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DeliveryTest {

    private static final Instant START = Instant.parse("2026-11-23T11:00:00Z");

    @Autowired
    private NoticeOutbox outbox;

    @Autowired
    private ParcelRepository parcels;

    @Autowired
    private AsideRepository aside;

    @Autowired
    private RestoredDatabase restored;

    @Autowired
    private DeliveryRepository deliveries;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(START);
    private final ScriptedCarrier carrier = new ScriptedCarrier();
    private TransactionTemplate transactions;

    @BeforeEach
    void startAfresh() {
        transactions = new TransactionTemplate(manager);
        forget();
        restored.lastFoundAt().ifPresent(queue(transactions, carrier)::setAside); // other tests may have restored it
        carrier.wanting = notice -> List.of(consignment("a", notice));
    }

    @AfterEach
    void forget() {
        jdbc.sql("truncate notice, told_notice, delivery_destination, parcel, parcel_notice, delivery_outage")
                .update();
    }

    @Test
    void everyDestinationIsSentWhatItWantsInTheOrderInWhichItWasTold() {
        carrier.wanting = notice -> notice.sentence().contains("2")
                ? List.of(consignment("a", notice))
                : List.of(consignment("a", notice), consignment("b", notice));
        tell(1, 2, 3);

        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.", "Run 2 failed.", "Run 3 failed.");
        assertThat(carrier.sentTo("b")).containsExactly("Run 1 failed.", "Run 3 failed.");
        assertThat(deliveries.isAnythingToDo(clock.instant())).isFalse();
    }

    @Test
    void whateverStepAPortalIsKilledAtNothingIsLostAndARepeatedSendHasTheSameId() {
        int steps = 0;
        boolean killed = true;
        while (killed) {
            forget();
            carrier.carried.clear();
            tell(1, 2, 3);
            killed = isKilledAfter(steps++);

            round();

            List<String> sent = carrier.sentTo("a").stream().distinct().toList();
            assertThat(sent)
                    .as("killed after step %d", steps)
                    .containsExactly("Run 1 failed.", "Run 2 failed.", "Run 3 failed.");
            assertThat(idsByNotice().values())
                    .as("killed after step %d", steps)
                    .allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat(jdbc.sql("select count(*) from parcel")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(3);
        }
        assertThat(steps)
                .as("begin and end of: queue three, nothing more, and of each, its begin and its end")
                .isGreaterThan(14);
    }

    @Test
    void whatFailsIsTriedAgainAfterGrowingPausesAndTheOthersWaitTheirTurn() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(1, 2);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            round();
            Instant next = Objects.requireNonNull(destination("a").nextTryAt());
            pauses.add(Duration.between(clock.instant(), next));
            round();
            assertThat(carrier.carried).as("not before its time").hasSize(i + 1);
            clock.set(next);
        }

        assertThat(pauses.subList(0, 5))
                .containsExactly(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(16),
                        Duration.ofSeconds(32));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofHours(1));
        assertThat(carrier.sentTo("a")).containsOnly("Run 1 failed.");
        assertThat(idsByNotice().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(destination("a").problem()).isEqualTo("It is away.");

        carrier.carried.clear();
        carrier.answer = parcel -> Carried.sent("Taken.");
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.", "Run 2 failed.");
        assertThat(destination("a").failingSince()).isNull();
        assertThat(carrier.carried.getFirst().attempt()).isEqualTo(15);
    }

    @Test
    void afterThreeDaysOfFailureADestinationIsSwitchedOffAndItsPeopleAreTold() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(1);
        round();
        clock.set(START.plus(Delivery.PATIENCE).minusSeconds(1));
        round();
        assertThat(destination("a").offAt()).isNull();
        assertThat(carrier.switchedOff).isEmpty();

        clock.set(START.plus(Delivery.PATIENCE).plus(Duration.ofHours(1)));
        round();

        assertThat(destination("a").offAt()).isEqualTo(clock.instant());
        assertThat(carrier.switchedOff).containsExactly("a: It is away.");
        tell(2);
        round();
        assertThat(destination("a").waiting())
                .as("what waited stays, nothing more is added")
                .isEqualTo(1);
        assertThat(carrier.carried).hasSize(3);
    }

    @Test
    void whoIsNotTakenForNowIsSwitchedOffOnlyWhereOthersAreSentToMeanwhile() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.forNow("Try later.", null);
        };
        tell(1);
        round();
        Instant late = START.plus(Delivery.PATIENCE.multipliedBy(3));
        clock.set(late);
        round();
        assertThat(destination("a").offAt()).as("nobody is sent anything").isNull();
        assertThat(destination("a").nextTryAt()).isAfter(late);

        carrier.wanting = notice -> List.of(consignment("b", notice));
        carrier.answer = parcel -> {
            if (parcel.target().equals("b")) {
                return Carried.sent("Taken.");
            }
            throw CarryingFailedException.forNow("Try later.", null);
        };
        tell(2);
        round();
        assertThat(carrier.sentTo("b")).isNotEmpty();
        clock.set(late.plus(Duration.ofHours(2)));
        round();

        assertThat(destination("a").offAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatWaitsIsTriedAtOnceAfterATestWasTaken() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.forNow("Try later.", null);
        };
        tell(1);
        round();
        carrier.answer = parcel -> Carried.sent("Taken.");
        round();
        assertThat(destination("a").waiting()).isEqualTo(1);

        deliveries.tryAllNow(carrier.kind());
        round();

        assertThat(destination("a").waiting()).isZero();
    }

    @Test
    void switchedOnAgainItGoesOnWhereItStood() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.forGood("It wants nothing.");
        };
        tell(1);
        round();
        assertThat(destination("a").offAt()).isNotNull();
        carrier.answer = parcel -> Carried.sent("Taken.");
        tell(2);
        round();

        transactions.executeWithoutResult(transaction -> deliveries.switchOn(DestinationKind.WEBHOOK, "a"));
        tell(3);
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.", "Run 1 failed.", "Run 3 failed.");
        assertThat(idsByNotice().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    @Test
    void whereTheWholeWayIsAwayNoDestinationIsToBlame() {
        carrier.wanting = notice -> List.of(consignment("a", notice), consignment("b", notice));
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofWay("The mail server is away.", null);
        };
        tell(1);
        round();
        assertThat(deliveries.outage(DestinationKind.WEBHOOK)).isPresent();
        clock.forward(Delivery.PATIENCE.multipliedBy(2));
        round();
        assertThat(destination("a").failingSince()).isNull();
        assertThat(destination("a").offAt()).isNull();
        assertThat(deliveries.isAnythingToDo(clock.instant()))
                .as("until its next try")
                .isFalse();

        clock.forward(Duration.ofHours(1));
        carrier.carried.clear();
        carrier.answer = parcel -> Carried.sent("Taken.");
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
        assertThat(carrier.sentTo("b")).containsExactly("Run 1 failed.");
        assertThat(deliveries.outage(DestinationKind.WEBHOOK)).isEmpty();
    }

    @Test
    void anOutageEndsAlsoWhereWhatWaitedIsNoLongerToBeSent() {
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofWay("The mail server is away.", null);
        };
        tell(1, 2);
        round();
        clock.forward(Duration.ofHours(1));
        carrier.answer = parcel -> Carried.notSent("No mail server is set any more.");

        round();

        assertThat(carrier.carried).hasSize(3);
        assertThat(deliveries.outage(DestinationKind.WEBHOOK)).isEmpty();
    }

    @Test
    void aDestinationThatDoesNotAnswerKeepsNoOtherWaiting() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(50);
        carrier.wanting = notice -> IntStream.rangeClosed(0, 50)
                .mapToObj(number -> consignment(number == 0 ? "hanging" : "b" + number, notice))
                .toList();
        carrier.answer = parcel -> {
            if (parcel.target().equals("hanging")) {
                await(answered);
            } else {
                others.countDown();
            }
            return Carried.sent("Taken.");
        };
        tell(1);
        Thread round = Thread.ofVirtual().start(this::round);

        assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(destination("hanging").waiting()).isEqualTo(1);

        answered.countDown();
        round.join();
        assertThat(destination("hanging").waiting()).isZero();
    }

    @Test
    void manyMailsThatAreSlowKeepNoWebhookWaiting() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch webhook = new CountDownLatch(1);
        ScriptedCarrier mail = new ScriptedCarrier(DestinationKind.MAIL);
        mail.wanting = notice -> IntStream.range(0, 400)
                .mapToObj(number -> new Consignment("m" + number, notice.id(), START.minus(Duration.ofHours(1)), false))
                .toList();
        mail.answer = parcel -> {
            await(answered);
            return Carried.sent("Taken.");
        };
        carrier.answer = parcel -> {
            webhook.countDown();
            return Carried.sent("Taken.");
        };
        tell(1);
        Thread round = Thread.ofVirtual().start(() -> round(mail, carrier));

        boolean sent = webhook.await(15, TimeUnit.SECONDS);
        answered.countDown();
        round.join();

        assertThat(sent).isTrue();
        assertThat(mail.carried).hasSize(400);
    }

    @Test
    void whatIsToldWhileADigestIsBegunGoesIntoTheNext() {
        carrier.wanting = notice -> List.of(new Consignment("a", notice.id(), START, true));
        tell(1);
        queue(transactions, carrier).fill();
        tell(2);

        CompletableFuture<Void> queued = Objects.requireNonNull(transactions.execute(transaction -> {
            assertThat(deliveries.begin(destination("a").id(), START)).isPresent();
            CompletableFuture<Void> filling = CompletableFuture.runAsync(
                    () -> queue(new TransactionTemplate(manager), carrier).fill(), Thread.ofVirtual()::start);
            awaitWaiting(filling);
            return filling;
        }));
        queued.join();

        assertThat(jdbc.sql("""
                select p.position || ': ' || n.sentence from parcel p join parcel_notice pn on pn.parcel_id = p.id
                    join notice n on n.id = pn.notice_id
                order by p.position, n.id
                """).query(String.class).list()).containsExactly("1: Run 1 failed.", "2: Run 2 failed.");
    }

    @Test
    void aDigestGathersWhatIsToldUntilItIsSentAndIsFixedFromThenOn() {
        Instant evening = START.plus(Duration.ofHours(6));
        carrier.wanting = notice -> List.of(new Consignment("a", notice.id(), evening, true));
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(1);
        round();
        tell(2);
        round();
        assertThat(carrier.carried).isEmpty();

        clock.set(evening);
        round();
        tell(3);
        round();
        carrier.answer = parcel -> Carried.sent("Taken.");
        clock.forward(Duration.ofSeconds(2));
        round();

        assertThat(carrier.carried).hasSize(3);
        assertThat(carrier.carried.get(1).notices())
                .isEqualTo(carrier.carried.get(0).notices())
                .hasSize(2);
        assertThat(carrier.carried.get(1).id()).isEqualTo(carrier.carried.get(0).id());
        assertThat(carrier.carried.get(2).notices()).hasSize(1);
    }

    @Test
    void whatWaitsForItsTimeIsSentByAnotherTimeOnceThatWasChosen() {
        carrier.wanting = notice -> List.of(new Consignment("a", notice.id(), START.plus(Duration.ofDays(1)), true));
        tell(1);
        round();
        assertThat(carrier.carried).isEmpty();

        parcels.redate(DestinationKind.WEBHOOK, "a", START);
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
    }

    @Test
    void whoeverWantsNothingAtThisTimeIsSentItLaterAndHasNotFailed() {
        Instant morning = START.plus(Duration.ofHours(8));
        carrier.quietUntil = morning;
        tell(1);

        round();
        clock.set(morning.minusSeconds(1));
        round();

        assertThat(carrier.carried).isEmpty();
        assertThat(destination("a").failingSince()).isNull();
        assertThat(deliveries.isAnythingToDo(clock.instant()))
                .as("nothing looks again and again")
                .isFalse();
        clock.set(morning);
        round();
        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
        assertThat(carrier.carried.getFirst().attempt()).isEqualTo(1);
    }

    @Test
    void whoeverWantedNothingAtThisTimeIsSentItAtOnceWhereThatWasChosen() {
        carrier.quietUntil = START.plus(Duration.ofHours(8));
        tell(1);
        round();
        carrier.quietUntil = START;

        new Destinations(deliveries, parcels, transactions, events, clock).redate(DestinationKind.WEBHOOK, "a", START);
        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
    }

    @Test
    void aDestinationThatIsRemovedWhileItIsSentToIsForgotten() {
        carrier.answer = parcel -> {
            deliveries.remove(DestinationKind.WEBHOOK, "a");
            return Carried.sent("Taken.");
        };
        tell(1, 2);

        round();

        assertThat(carrier.sentTo("a")).containsExactly("Run 1 failed.");
        assertThat(deliveries.all(DestinationKind.WEBHOOK)).isEmpty();
    }

    @Test
    void whatBecameOfTheLastIsKept() {
        carrier.answer = parcel -> parcel.notices().getFirst().sentence().contains("1")
                ? Carried.notSent("No longer wanted.")
                : Carried.sent("Taken.");
        tell(1);
        round();
        clock.forward(Duration.ofMinutes(1));
        tell(2);
        round();

        assertThat(deliveries.latest(DestinationKind.WEBHOOK, 50))
                .extracting(dispatch -> dispatch.sentences() + " " + dispatch.sent() + " " + dispatch.said())
                .containsExactly("[Run 2 failed.] true Taken.", "[Run 1 failed.] false No longer wanted.");
        assertThat(deliveries.latest(DestinationKind.WEBHOOK, 1)).hasSize(1);
    }

    @Test
    void whatIsOldIsForgottenButNotWhatStillWaits() {
        tell(1);
        round();
        carrier.answer = parcel -> {
            throw CarryingFailedException.ofDestination("It is away.", null);
        };
        tell(2);
        round();

        deliveries.forgetBefore(Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(jdbc.sql("select sentence from notice").query(String.class).list())
                .containsExactly("Run 2 failed.");
        clock.forward(Duration.ofSeconds(2));
        carrier.answer = parcel -> Carried.sent("Taken.");
        round();
        assertThat(carrier.sentTo("a")).endsWith("Run 2 failed.");
    }

    /** Returns whether the portal was killed, and did not come to the end of its work before. */
    private boolean isKilledAfter(int steps) {
        KilledTransactions killed = new KilledTransactions(manager, steps);
        try {
            queue(killed, carrier).fill();
            Delivery delivery = delivery(killed);
            boolean more = true;
            while (more) {
                more = delivery.sendNext(new Due(destination("a").id(), DestinationKind.WEBHOOK, "a"));
            }
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    private void round() {
        round(carrier);
    }

    private void round(ParcelCarrier... by) {
        List<ParcelCarrier> carriers = List.of(by);
        Delivery delivery = new Delivery(deliveries, carriers, restored, transactions, events, clock);
        new DeliveryRound(queue(transactions, by), deliveries, delivery, restored, clock).go(() -> false);
    }

    private ParcelQueue queue(TransactionTemplate by, ParcelCarrier... carriers) {
        return new ParcelQueue(parcels, aside, List.of(carriers), by, events, clock);
    }

    /** Until a transaction waits for another. */
    private void awaitWaiting(CompletableFuture<?> waiting) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            assertThat(waiting.isDone()).as("ended instead of waiting").isFalse();
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private Delivery delivery(TransactionTemplate by) {
        return new Delivery(deliveries, List.of(carrier), restored, by, events, clock);
    }

    private void tell(int... runs) {
        IntStream.of(runs)
                .forEach(run -> transactions.executeWithoutResult(
                        transaction -> outbox.tell(Actor.PORTAL, SampleNotice.runFailed(run))));
    }

    private Destination destination(String target) {
        return deliveries.find(DestinationKind.WEBHOOK, target).orElseThrow();
    }

    private Map<Long, List<Object>> idsByNotice() {
        return List.copyOf(carrier.carried).stream()
                .flatMap(parcel -> parcel.notices().stream().map(notice -> Map.entry(notice.id(), parcel.id())))
                .distinct()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Consignment consignment(String target, StoredNotice notice) {
        return new Consignment(target, notice.id(), START, false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
