package org.deviceoffboarding.agent.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgentLifetimeTest {

    private static final Instant SET_UP = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = SET_UP.plus(Duration.ofDays(30));
    private static final Instant LATEST = SET_UP.plus(Duration.ofDays(60));

    @Test
    void ninetyDaysCountFromSettingUpARunOrARenewalWhicheverCameLast() {
        assertThat(expires(null, null)).isEqualTo(SET_UP.plus(Agent.IDENTITY_LIFETIME));
        assertThat(expires(LATER, null)).isEqualTo(LATER.plus(Agent.IDENTITY_LIFETIME));
        assertThat(expires(null, LATER)).isEqualTo(LATER.plus(Agent.IDENTITY_LIFETIME));
        assertThat(expires(LATER, LATEST)).isEqualTo(LATEST.plus(Agent.IDENTITY_LIFETIME));
        assertThat(expires(LATEST, LATER)).isEqualTo(LATEST.plus(Agent.IDENTITY_LIFETIME));
    }

    private static Instant expires(@Nullable Instant used, @Nullable Instant renewed) {
        return agent(AgentKind.PERSON, used, renewed).expiresAt();
    }

    @Test
    void thatOfTheApplicationNeverExpires() {
        Agent application = agent(AgentKind.APPLICATION, null, null);
        Instant inTwentyYears = SET_UP.plus(Duration.ofDays(7_300));

        assertThat(application.usable(inTwentyYears)).isTrue();
        assertThat(application.expiresSoon(inTwentyYears)).isFalse();
        assertThat(agent(AgentKind.PERSON, null, null).usable(inTwentyYears)).isFalse();
    }

    private static Agent agent(AgentKind kind, @Nullable Instant used, @Nullable Instant renewed) {
        return new Agent(
                kind,
                "oid",
                "admin@contoso.example",
                "Contoso",
                List.of(),
                SET_UP,
                used,
                false,
                true,
                SET_UP,
                new Actor("oid", "admin"),
                renewed,
                null);
    }
}
