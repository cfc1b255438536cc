package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContradictionTest {

    @Test
    void twoValuesOfWhichADeviceHasOneContradictEachOther() {
        assertThat(among(is(Choice.ENABLED), is(Choice.FLAGGED), is(Choice.DISABLED)))
                .isEqualTo("enabled and disabled");
        assertThat(among(is(Choice.WINDOWS, Choice.LINUX), is(Choice.MACOS))).isEqualTo("(Windows or Linux) and macOS");
        assertThat(among(is(Choice.COMPLIANT), is(Choice.COMPLIANCE_UNKNOWN)))
                .isEqualTo("compliant and compliance unknown");
    }

    @Test
    void aValueContradictsThatItIsNot() {
        assertThat(among(Condition.not(is(Choice.DISABLED)), is(Choice.DISABLED)))
                .isEqualTo("disabled and not disabled");
        assertThat(among(Condition.not(is(Choice.WINDOWS, Choice.MACOS)), is(Choice.MACOS)))
                .isEqualTo("macOS and not macOS");
    }

    @Test
    void whatCanBeTrueOfOneDeviceIsNoContradiction() {
        assertThat(among(is(Choice.ENABLED), is(Choice.WINDOWS))).isNull();
        assertThat(among(is(Choice.WINDOWS, Choice.MACOS), is(Choice.MACOS, Choice.LINUX)))
                .isNull();
        assertThat(among(is(Choice.IN_TASK), is(Choice.IN_REQUEST))).isNull();
        assertThat(among(is(Choice.WINDOWS, Choice.MACOS), Condition.not(is(Choice.MACOS))))
                .isNull();
        assertThat(Contradiction.in(Condition.any(List.of(is(Choice.ENABLED), is(Choice.DISABLED)))))
                .isEmpty();
        assertThat(Contradiction.in(null)).isEmpty();
    }

    private static @Nullable String among(Condition... parts) {
        return Contradiction.in(Condition.all(List.of(parts))).orElse(null);
    }

    private static Condition is(Choice... choices) {
        return new Condition.Is(new Criterion.Choices(choices[0].type(), List.of(choices)));
    }
}
