package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.remediation.FlaggedTenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(username = "rita", roles = Roles.READER)
class PromptCompletionsTest {

    @Autowired
    private PromptCompletions completions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveDevices() {
        FlaggedTenant tenant = FlaggedTenant.removed(jdbc);
        tenant.healthy("LAPTOP-123");
        tenant.healthy("devout");
    }

    @Test
    void wordsGoOnAsTheLanguageHasThem() {
        assertThat(completions.of("devices not se"))
                .contains("devices not seen for 90 days")
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void aNameIsOfferedWhereTheWordsBeforeAskForOneAndNowhereElse() {
        assertThat(completions.of("tell me about LAP")).containsExactly("tell me about LAPTOP-123");
        assertThat(completions.of("tell me about dev")).containsExactly("tell me about \"devout\"");

        assertThat(completions.of("devi")).contains("devices").noneMatch(offered -> offered.contains("devout"));
        assertThat(completions.of("windows LAP")).noneMatch(offered -> offered.contains("LAPTOP-123"));
    }

    @Test
    void aGroupIsNeverGivenTheNameOfADevice() {
        assertThat(completions.of("devices in the group LAP")).isEmpty();
    }
}
