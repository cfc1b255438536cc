package org.deviceoffboarding.person;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.deviceoffboarding.base.PersonNames;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * All names in memory: they are few, and each row of each table asks for one. Read again after news of this portal, and of another
 * one within seconds.
 */
@Component
class CachedNames implements PersonNames {

    static final Duration OLDEST = Duration.ofSeconds(10);

    private final PersonRepository people;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot latest;

    private record Snapshot(Map<String, String> names, Map<String, String> ofAccounts, long changes, Instant readAt) {}

    CachedNames(PersonRepository people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<String> realName(String personId) {
        return Optional.ofNullable(latest().names().get(personId));
    }

    @Override
    public Optional<String> realNameOfAccount(String userPrincipalName) {
        return Optional.ofNullable(latest().ofAccounts().get(userPrincipalName.toLowerCase(Locale.ROOT)));
    }

    @EventListener
    void within(PeopleChanged news) {
        changes.incrementAndGet();
    }

    /** What others read before the end of the transaction is not what holds after it, however it ended. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
    void after(PeopleChanged news) {
        changes.incrementAndGet();
    }

    private Snapshot latest() {
        Instant now = clock.instant();
        Snapshot known = latest;
        if (known != null
                && known.changes() == changes.get()
                && Duration.between(known.readAt(), now).abs().compareTo(OLDEST) < 0) {
            return known;
        }
        long before = changes.get();
        Snapshot read = new Snapshot(people.names(), people.namesOfAccounts(), before, now);
        latest = read;
        return read;
    }
}
