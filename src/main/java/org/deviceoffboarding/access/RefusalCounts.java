package org.deviceoffboarding.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;

/**
 * Counts what people are refused, so that the same refusal makes two entries of the audit log an hour at the most, however often
 * it is repeated: the first at once, and one that says how many more there were. Kept in memory, on each portal for itself.
 */
@Component
class RefusalCounts {

    /** How many different refusals of a person are told apart within an hour. */
    static final int TOLD_APART = 20;

    private final Clock clock;
    private final Map<Key, Repeated> hour = new LinkedHashMap<>();
    private final List<Repeated> ended = new ArrayList<>();

    RefusalCounts(Clock clock) {
        this.clock = clock;
    }

    /** Counts a refusal, and returns what goes into the audit log at once; nothing where only its number does. */
    synchronized Optional<AccessAction> count(Actor actor, AccessAction refusal) {
        Instant now = clock.instant();
        endHoursBefore(now);
        Key key = new Key(actor.id(), refusal);
        if (!hour.containsKey(key) && toldApart(actor) >= TOLD_APART) {
            key = new Key(actor.id(), beside(refusal));
        }
        Repeated before = hour.get(key);
        hour.put(key, before == null ? new Repeated(actor, key.refusal(), now, 0) : before.andOneMore());
        return before == null ? Optional.of(key.refusal()) : Optional.empty();
    }

    /** Who is not signed in can send any code: a sign-in that failed stays one, without it. */
    private static AccessAction beside(AccessAction refusal) {
        return refusal instanceof AccessAction.SignInFailed failed
                ? new AccessAction.SignInFailed(failed.problem(), "", "")
                : new AccessAction.Refused("pages or operations beside those of the last hour");
    }

    /** Hands over what was repeated in hours that are over. */
    synchronized List<Repeated> takeEnded() {
        endHoursBefore(clock.instant());
        List<Repeated> all = List.copyOf(ended);
        ended.clear();
        return all;
    }

    /** Hands over all that was repeated until now. */
    synchronized List<Repeated> takeAll() {
        endAll();
        return takeEnded();
    }

    /** Takes back what could not be stored, for the next time. */
    synchronized void giveBack(List<Repeated> unstored) {
        ended.addAll(unstored);
    }

    private void endHoursBefore(Instant now) {
        Instant hourOfNow = now.truncatedTo(ChronoUnit.HOURS);
        if (hour.values().stream().anyMatch(each -> each.since().isBefore(hourOfNow))) {
            endAll();
        }
    }

    private void endAll() {
        hour.values().stream().filter(each -> each.times() > 0).forEach(ended::add);
        hour.clear();
    }

    private long toldApart(Actor actor) {
        return hour.keySet().stream()
                .filter(each -> each.actorId().equals(actor.id()))
                .count();
    }

    private record Key(String actorId, AccessAction refusal) {}

    /**
     * A refusal that was repeated.
     *
     * @param since when it was refused first
     * @param times how often after that
     */
    record Repeated(Actor actor, AccessAction refusal, Instant since, long times) {

        private Repeated andOneMore() {
            return new Repeated(actor, refusal, since, times + 1);
        }
    }
}
