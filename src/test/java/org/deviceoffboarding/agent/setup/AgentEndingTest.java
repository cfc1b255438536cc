package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.deviceoffboarding.notification.ToldSentences;
import org.deviceoffboarding.person.SeenPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When owners are told that the agent's identity is about to end. */
@PortalTest
class AgentEndingTest {

    @Autowired
    private AgentRepository agents;

    @Autowired
    private NoticeOutbox notices;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private final Instant used = Instant.parse("2026-11-23T11:00:00Z");
    private final SettableClock clock = new SettableClock(used);
    private AgentEndingWatch watch;

    @BeforeEach
    void haveAnAgent() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from agent").update();
        StoredAgent.as("oid", "admin@contoso.example", used, jdbc);
        SeenPeople people = new SeenPeople(events);
        people.signIn("olga", "Olga", Instant.now(), Roles.OWNER);
        people.signIn("ben", "Ben", Instant.now(), Roles.APPROVER);
        watch = new AgentEndingWatch(agents, notices, clock);
    }

    @Test
    void ownersAreToldTwoWeeksOneWeekThreeDaysAndADayBeforeEachOnce() {
        for (int hour = 0; hour < Agent.IDENTITY_LIFETIME.toHours() + 48; hour += 6) {
            clock.set(used.plus(Duration.ofHours(hour)));
            watch.look();
        }

        assertThat(ToldSentences.to("olga", jdbc))
                .hasSize(4)
                .allSatisfy(sentence -> assertThat(sentence)
                        .isEqualTo(
                                "AGENT_ENDING: The agent's identity, admin@contoso.example, ends 21 Feb 2027 11:00 UTC"
                                        + " unless a run uses it before, or an owner renews it."));
        assertThat(ToldSentences.to("ben", jdbc)).isEmpty();
    }

    @Test
    void aPortalThatWasDownMeanwhileTellsOnlyTheNearest() {
        clock.set(used.plus(Agent.IDENTITY_LIFETIME).minus(Duration.ofHours(60)));

        watch.look();
        watch.look();

        assertThat(ToldSentences.to("olga", jdbc)).hasSize(1);
    }

    @Test
    void afterARunItBeginsAnew() {
        clock.set(used.plus(Duration.ofDays(80)));
        watch.look();
        jdbc.sql("update agent set used_at = used_at + interval '80 days'").update();
        clock.set(used.plus(Duration.ofDays(81)));
        watch.look();
        assertThat(ToldSentences.to("olga", jdbc)).hasSize(1);

        clock.set(used.plus(Duration.ofDays(80 + 77)));
        watch.look();

        assertThat(ToldSentences.to("olga", jdbc)).hasSize(2);
    }
}
