package org.deviceoffboarding.graph.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The pace over a long time, in a time of its own, against a Graph that reads its limit strictly: of what arrived in any ten
 * seconds it takes 25. Requests wake up late, and Graph answers when it likes.
 */
class WritePaceTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ANNA = "anna";

    private record Event(Instant at, int order, Runnable what) {}

    private static final class Request {
        private int left;
        private int sent;

        Request(int left) {
            this.left = left;
        }

        int next() {
            return Math.min(left, WriteRateLimiter.BATCH);
        }
    }

    private final SettableClock clock = new SettableClock(START);
    private final WriteRateLimiter limiter = new WriteRateLimiter(
            new RateLimitRepository(PortalDatabase.jdbc()),
            clock,
            true,
            Duration.ofSeconds(100),
            new JdbcTransactionManager(PortalDatabase.dataSource()));
    private final Random random = new Random(4);
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final Deque<Instant> arrivals = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private Duration latest = Duration.ZERO;
    private int order;
    private int refused;
    private int widestLead;

    @BeforeEach
    void forget() {
        PortalDatabase.empty("write_pace");
        PortalDatabase.empty("write_slot");
    }

    @Test
    void aRequestOf185DevicesMeetsNoRefusal() {
        send(185);

        Duration took = toTheEnd(Duration.ofMillis(300));

        assertThat(refused).isZero();
        assertThat(took).isLessThanOrEqualTo(least(185, 1.15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void requestsOfOnePersonMeetNoRefusalAndTakeHardlyLongerThanTheyMust(int count) {
        for (int request = 0; request < count; request++) {
            send(3_000 / count);
        }

        Duration took = toTheEnd(Duration.ofMillis(300));

        assertThat(refused).isZero();
        assertThat(took).isLessThanOrEqualTo(least(3_000, 1.15));
        assertThat(widestLead)
                .as("by how many batches one was ahead of another")
                .isLessThanOrEqualTo(12);
    }

    @Test
    void aGraphThatAnswersLateIsSlowerAndRefusesNothingEither() {
        send(480);

        toTheEnd(Duration.ofSeconds(20));

        assertThat(refused).isZero();
    }

    @Test
    void aSmallRequestIsNotHeldUpByALargeOneOfTheSamePerson() {
        send(600);
        send(5);

        toTheEnd(Duration.ofMillis(300));

        assertThat(widestLead).isLessThanOrEqualTo(3);
    }

    private void send(int devices) {
        var request = new Request(devices);
        requests.add(request);
        at(START, () -> step(request));
    }

    /** @param answer how long Graph takes to answer at the most */
    private Duration toTheEnd(Duration answer) {
        latest = answer;
        for (Event next = events.poll(); next != null; next = events.poll()) {
            clock.forward(Duration.between(clock.instant(), next.at()));
            next.what().run();
        }
        return Duration.between(START, clock.instant());
    }

    private void step(Request request) {
        if (request.left == 0) {
            return;
        }
        Optional<WriteSlots> slots = limiter.take(ANNA, request.next());
        if (slots.isEmpty()) {
            Instant room = limiter.roomAt(ANNA, request.next());
            at(later(room), () -> step(request));
            return;
        }
        Instant now = clock.instant();
        Instant arrival = now.plusMillis(random.nextLong(latest.toMillis()));
        Instant answer = arrival.plusMillis(random.nextLong(
                latest.toMillis() - Duration.between(now, arrival).toMillis() + 1));
        at(arrival, () -> arrive(request.next()));
        at(answer, () -> {
            limiter.answered(slots.get());
            note(request);
            boolean othersWait = requests.stream().anyMatch(other -> other != request && other.left > 0);
            at(othersWait ? later(limiter.nextTurn()) : clock.instant(), () -> step(request));
        });
    }

    /** Nobody wakes up in time. */
    private Instant later(Instant planned) {
        return RateLimit.later(planned, clock.instant()).plusMillis(random.nextInt(1, 500));
    }

    private void note(Request request) {
        request.left -= request.next();
        request.sent++;
        requests.stream()
                .filter(other -> other.left > 0)
                .forEach(other -> widestLead = Math.max(widestLead, request.sent - other.sent));
    }

    private void arrive(int writes) {
        Instant now = clock.instant();
        for (int write = 0; write < writes; write++) {
            while (!arrivals.isEmpty() && !arrivals.getFirst().plusSeconds(10).isAfter(now)) {
                arrivals.removeFirst();
            }
            if (arrivals.size() < 25) {
                arrivals.addLast(now);
            } else {
                refused++;
            }
        }
    }

    private void at(Instant time, Runnable what) {
        events.add(new Event(time, order++, what));
    }

    private static Duration least(int devices, double times) {
        return Duration.ofMillis((long) (Math.max(0, devices - 1) / 25 * 10_000 * times));
    }
}
