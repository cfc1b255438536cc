package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteredOwnersTest {

    @Test
    void allAreNamedByTheAlphabet() {
        assertThat(words()).isNull();
        assertThat(words("a@x")).isEqualTo("a@x");
        assertThat(words("c@x", "A@x", "b@x")).isEqualTo("A@x, b@x, c@x");
        assertThat(words("d@x", "c@x", "b@x", "a@x", "e@x")).isEqualTo("a@x, b@x, c@x, d@x, e@x");
    }

    @Test
    void whoseNameMayNotBeReadIsStillSomebody() {
        assertThat(words("")).isEqualTo("somebody whose name the agent may not read");
    }

    private static @Nullable String words(String... names) {
        return new RegisteredOwners(List.of(names), null).inWords();
    }
}
