package org.deviceoffboarding.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Requests that send batch after batch at the portal's pace, and a Graph that counts the writes, in a time of their own. Batches
 * arrive up to 200 ms earlier or later than planned.
 */
final class RateLimitedPeople {

    static final int BATCH = 20;

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration ANSWER = Duration.ofMillis(300);

    private record Event(Instant at, Runnable what) {}

    private static final class Request {
        int left;
        int sent;

        Request(int left) {
            this.left = left;
        }
    }

    private final Random random = new Random(4);
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
    private final Map<String, Instant> people = new HashMap<>();
    private final Map<String, TokenBucket> personLimits = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final TokenBucket appLimit;
    private final double strictness;
    private Instant app = Instant.EPOCH;
    private Instant now = START;
    private int refused;
    private int widestLead;

    /** @param strictness 1 for a Graph with exactly its limits, more for one that lets less pass */
    RateLimitedPeople(double strictness) {
        this.strictness = strictness;
        this.appLimit = new TokenBucket(3_000 / strictness, 20 / strictness, START);
    }

    /** Lets a person send so many batches, beside what else is sent. */
    void send(String person, int batches) {
        var request = new Request(batches);
        requests.add(request);
        events.add(new Event(START, () -> reserve(person, request)));
    }

    /** Returns how long everything took. */
    Duration toTheEnd() {
        for (Event next = events.poll(); next != null; next = events.poll()) {
            now = next.at();
            next.what().run();
        }
        return Duration.between(START, now);
    }

    int refused() {
        return refused;
    }

    /** Returns by how many batches a request was ever ahead of another that was not at its end. */
    int widestLead() {
        return widestLead;
    }

    private void reserve(String person, Request request) {
        if (request.left > 0) {
            var room = new RateLimitState(people.getOrDefault(person, Instant.EPOCH), app);
            Instant arrival = room.from(BATCH, now).plusMillis(random.nextInt(-200, 201));
            var rest = room.without(BATCH, now);
            people.put(person, rest.person());
            app = rest.app();
            events.add(new Event(RateLimit.later(now, arrival), () -> arrive(person, request)));
        }
    }

    private void arrive(String person, Request request) {
        var personLimit = personLimits.computeIfAbsent(
                person, unknown -> new TokenBucket(25 / strictness, 2.5 / strictness, START));
        for (int write = 0; write < BATCH; write++) {
            if (!personLimit.take(now) || !appLimit.take(now)) {
                refused++;
            }
        }
        request.left--;
        request.sent++;
        requests.stream()
                .filter(other -> other.left > 0)
                .forEach(other -> widestLead = Math.max(widestLead, request.sent - other.sent));
        events.add(new Event(now.plus(ANSWER), () -> reserve(person, request)));
    }

    /** One of Graph's limits: so much at most, and refilled all the while. */
    private static final class TokenBucket {

        private final double capacity;
        private final double perSecond;
        private double left;
        private Instant filled;

        TokenBucket(double capacity, double perSecond, Instant now) {
            this.capacity = capacity;
            this.perSecond = perSecond;
            this.left = capacity;
            this.filled = now;
        }

        boolean take(Instant now) {
            left = Math.min(capacity, left + Duration.between(filled, now).toMillis() / 1_000.0 * perSecond);
            filled = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
