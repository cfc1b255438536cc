package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.agent.StoredAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What a portal's pages hear of what another portal on its database does to the agent. */
@PortalTest
@RecordApplicationEvents
class AgentWatchTest {

    @Autowired
    private AgentRepository agents;

    @Autowired
    private ReadinessRepository known;

    @Autowired
    private ApplicationEventPublisher publisher;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcClient jdbc;

    private final SettableClock clock = new SettableClock(Instant.now());
    private AgentWatch watch;

    @BeforeEach
    void haveAnAgent() {
        StoredAgent.as("oid", "admin@contoso.example", clock.instant(), jdbc);
        watch = new AgentWatch(agents, known, publisher, clock);
        watch.look();
        events.clear();
    }

    @Test
    void whatStaysAsItWasIsNoNews() {
        jdbc.sql("update agent set token_obtained_at = now()").update();

        watch.look();

        assertThat(told()).isZero();
    }

    @Test
    void aRemovalElsewhereIsToldOnceAndSoIsThatItsDataIsGone() {
        jdbc.sql("delete from agent").update();
        jdbc.sql("""
                insert into agent_removal (removed_at, removed_by_id, removed_by_name, identity_name)
                values (now(), 'o', 'Olivia', 'admin')
                """).update();
        watch.look();
        watch.look();
        assertThat(told()).isEqualTo(1);

        jdbc.sql("update agent_removal set cleared_at = now()").update();
        watch.look();
        watch.look();

        assertThat(told()).isEqualTo(2);
    }

    @Test
    void anotherIdentityAndARunThatUsesItAreTold() {
        jdbc.sql("update agent set identity_id = 'anna', renewed_at = now(), used_at = null")
                .update();
        watch.look();

        jdbc.sql("update agent set used_at = now()").update();
        watch.look();

        assertThat(told()).isEqualTo(2);
    }

    @Test
    void whatMicrosoftRefusedElsewhereIsToldAndSoIsThatItWasMended() {
        jdbc.sql("""
                update agent set refusal_reason = 'CONDITIONAL_ACCESS', refusal_code = 'AADSTS53003', refusal_said = 'No.', refused_at = now()
                """).update();
        watch.look();
        watch.look();
        assertThat(told()).isEqualTo(1);

        jdbc.sql("update agent set refusal_reason = null, refusal_code = null, refusal_said = null, refused_at = null")
                .update();
        watch.look();

        assertThat(told()).isEqualTo(2);
    }

    @Test
    void whatWasFoundOutElsewhereAboutPermissionsIsTold() {
        jdbc.sql("""
                insert into agent_readiness (needed, state, works, said, checked_at, changed_at)
                values ('GroupMember.Read.All', 'MISSING', 'MISSING', 'No.', now(), now())
                """).update();
        watch.look();
        watch.look();

        assertThat(events.stream(AgentFeaturesChanged.class).count()).isEqualTo(1);
    }

    @Test
    void eachOfTheLastDaysIsToldOnce() {
        clock.forward(Duration.ofDays(70));
        watch.look();
        assertThat(told()).isZero();

        clock.forward(Duration.ofDays(8));
        watch.look();
        watch.look();
        assertThat(told()).isEqualTo(1);
        clock.forward(Duration.ofDays(1));
        watch.look();

        assertThat(told()).isEqualTo(2);
    }

    private long told() {
        return events.stream(AgentChanged.class).count();
    }
}
