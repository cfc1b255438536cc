package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.signin.KnownRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells this portal's pages of what another portal on the same database does to the agent or finds out about it, and of each day of those on which its
 * identity expires soon.
 */
@Component
class AgentWatch {

    private final AgentRepository agents;
    private final ReadinessRepository known;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable Seen told;
    private @Nullable Optional<Instant> checked;

    AgentWatch(AgentRepository agents, ReadinessRepository known, ApplicationEventPublisher events, Clock clock) {
        this.agents = agents;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    /** What pages say of it. */
    private record Seen(
            @Nullable String identityId,
            @Nullable Instant givenAt,
            @Nullable Instant usedAt,
            boolean usable,
            long daysLeft,
            @Nullable KnownRefusal refusal,
            boolean beingCleared) {

        static Seen of(Optional<Agent> agent, boolean beingCleared, Instant now) {
            return agent.map(each -> new Seen(
                            each.identityId(),
                            each.givenAt(),
                            each.usedAt(),
                            each.usable(now),
                            each.expiresSoon(now)
                                    ? Duration.between(now, each.expiresAt()).toDays()
                                    : Long.MAX_VALUE,
                            each.refusal(),
                            beingCleared))
                    .orElseGet(() -> new Seen(null, null, null, false, 0, null, beingCleared));
        }
    }

    /** Called every few seconds. What this portal did itself was told as it happened; telling it again harms nobody. */
    void look() {
        Seen now = Seen.of(agents.find(), agents.isBeingCleared(), clock.instant());
        if (note(now)) {
            events.publishEvent(new AgentChanged());
        }
        if (noteChecked(known.checkedAt())) {
            events.publishEvent(new AgentFeaturesChanged());
        }
    }

    private synchronized boolean noteChecked(Optional<Instant> now) {
        boolean news = checked != null && !checked.equals(now);
        checked = now;
        return news;
    }

    /** Returns whether that is news; the first look is none, since nobody looks at a page of this portal yet. */
    private synchronized boolean note(Seen now) {
        boolean news = told != null && !told.equals(now);
        told = now;
        return news;
    }
}
