package org.deviceoffboarding.ask.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.junit.jupiter.api.Test;

class SaidDevicesTest {

    private static final Condition FLAGGED = is(Choice.FLAGGED);
    private static final Condition WINDOWS = is(Choice.WINDOWS);

    @Test
    void devicesAreCountedInTheNumberThatTheyAre() {
        assertThat(SaidDevices.of(1, null)).isEqualTo("1 device");
        assertThat(SaidDevices.of(1_604, null)).isEqualTo("1,604 devices");
        assertThat(SaidDevices.none(WINDOWS)).isEqualTo("device with platform Windows");
    }

    @Test
    void whatDevicesAreStandsBeforeThemAndWhereTheyAreBehind() {
        assertThat(SaidDevices.of(98, FLAGGED)).isEqualTo("98 flagged devices");
        assertThat(SaidDevices.of(3, all(is(Choice.IN_INTUNE), WINDOWS, is(Choice.NONCOMPLIANT), FLAGGED)))
                .isEqualTo("3 noncompliant, flagged devices in Intune with platform Windows");
    }

    @Test
    void whatDevicesAreNotStandsBehindThem() {
        assertThat(SaidDevices.of(2, is(Choice.NOT_FLAGGED))).isEqualTo("2 devices that are not flagged");
        assertThat(SaidDevices.of(1, all(is(Choice.NOT_FLAGGED), WINDOWS)))
                .isEqualTo("1 device that is not flagged and has platform Windows");
        assertThat(SaidDevices.of(2, all(is(Choice.NOT_FLAGGED), WINDOWS)))
                .isEqualTo("2 devices that are not flagged and have platform Windows");
        assertThat(SaidDevices.of(2, Condition.not(is(Choice.DISABLED)))).isEqualTo("2 devices that are not disabled");
        assertThat(SaidDevices.of(2, Condition.not(WINDOWS))).isEqualTo("2 devices with not platform Windows");
    }

    @Test
    void severalValuesAreAlternatives() {
        assertThat(SaidDevices.of(2, is(Choice.WINDOWS, Choice.MACOS)))
                .isEqualTo("2 devices with platform Windows or macOS");
        assertThat(SaidDevices.of(
                        2,
                        new Condition.Is(
                                new Criterion.Texts(ConditionType.USER, List.of("a@x.example", "b@*", "c@*")))))
                .isEqualTo("2 devices with user \"a@x.example\", \"b@*\" or \"c@*\"");
        assertThat(SaidDevices.of(2, new Condition.Is(new Criterion.Groups(List.of("Sales", "Kiosks")))))
                .isEqualTo("2 devices with group \"Sales\" or \"Kiosks\"");
    }

    @Test
    void bracketsStandOnlyWhereTheyTellSomething() {
        Condition either = Condition.any(List.of(WINDOWS, FLAGGED));
        assertThat(SaidDevices.of(2, either)).isEqualTo("2 devices with platform Windows or flagged");
        assertThat(SaidDevices.of(2, all(either, is(Choice.PERSONAL))))
                .isEqualTo("2 devices with (platform Windows or flagged) and ownership personal");
        assertThat(SaidDevices.of(2, Condition.not(either)))
                .isEqualTo("2 devices with not (platform Windows or flagged)");
    }

    @Test
    void onlyWhatEachDeviceHasToBeIsAskedForAlone() {
        assertThat(SaidDevices.asksOnlyFor(all(FLAGGED, WINDOWS), Choice.FLAGGED::equals))
                .isTrue();
        assertThat(SaidDevices.asksOnlyFor(Condition.any(List.of(FLAGGED, WINDOWS)), Choice.FLAGGED::equals))
                .isFalse();
        assertThat(SaidDevices.asksOnlyFor(null, Choice.FLAGGED::equals)).isFalse();
    }

    private static Condition all(Condition... parts) {
        return Condition.all(List.of(parts));
    }

    private static Condition is(Choice... choices) {
        return new Condition.Is(new Criterion.Choices(choices[0].type(), List.of(choices)));
    }
}
