package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells this portal's pages of what another portal on the same database does to the agent, and of each day of those on which its
 * identity expires soon.
 */
@Component
class AgentWatch {

    private final AgentRepository agents;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable Seen told;

    AgentWatch(AgentRepository agents, ApplicationEventPublisher events, Clock clock) {
        this.agents = agents;
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
                            beingCleared))
                    .orElseGet(() -> new Seen(null, null, null, false, 0, beingCleared));
        }
    }

    /** Called every few seconds. What this portal did itself was told as it happened; telling it again harms nobody. */
    void look() {
        Seen now = Seen.of(agents.find(), agents.isBeingCleared(), clock.instant());
        if (note(now)) {
            events.publishEvent(new AgentChanged());
        }
    }

    /** Returns whether that is news; the first look is none, since nobody looks at a page of this portal yet. */
    private synchronized boolean note(Seen now) {
        boolean news = told != null && !told.equals(now);
        told = now;
        return news;
    }
}
