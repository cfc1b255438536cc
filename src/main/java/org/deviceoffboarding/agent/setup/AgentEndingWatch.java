package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells owners that the agent's identity is about to end: two weeks, one week, three days and a day before. */
@Component
class AgentEndingWatch {

    private static final List<Duration> BEFORE =
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Agent.WARN_BEFORE);

    private final AgentRepository agents;
    private final NoticeOutbox notices;
    private final Clock clock;

    AgentEndingWatch(AgentRepository agents, NoticeOutbox notices, Clock clock) {
        this.agents = agents;
        this.notices = notices;
        this.clock = clock;
    }

    /** Called every hour. What was told is told nobody again. */
    @Transactional
    void look() {
        Instant now = clock.instant();
        agents.find()
                .filter(agent -> agent.usable(now))
                .ifPresent(agent -> BEFORE.stream()
                        .filter(before -> !now.isBefore(agent.expiresAt().minus(before)))
                        .findFirst()
                        .ifPresent(before -> notices.tell(Actor.PORTAL, new AgentEnding(agent, before))));
    }
}
