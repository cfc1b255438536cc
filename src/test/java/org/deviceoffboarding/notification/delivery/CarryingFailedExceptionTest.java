package org.deviceoffboarding.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarryingFailedExceptionTest {

    @Test
    void whatAnotherSystemSaidEndsAsASentenceSinceAnotherOneFollows() {
        assertThat(problem("It said: 550 no")).isEqualTo("It said: 550 no.");
        assertThat(problem("It said: 550 no.")).isEqualTo("It said: 550 no.");
        assertThat(problem("It said: 550 no..")).isEqualTo("It said: 550 no.");
    }

    private static String problem(String said) {
        return CarryingFailedException.ofWay(said, null).problem();
    }
}
