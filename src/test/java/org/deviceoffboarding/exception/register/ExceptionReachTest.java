package org.deviceoffboarding.exception.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.deviceoffboarding.exception.register.ExceptionReach.Reached;
import org.deviceoffboarding.exception.register.ExceptionReach.Share;
import org.junit.jupiter.api.Test;

class ExceptionReachTest {

    @Test
    void itIsSaidHowManyOfTheFlaggedDevicesAreLeftOut() {
        assertThat(reach(1_200, 3).sentence()).isEqualTo("3 of the 1,200 devices that are flagged now are left out.");
        assertThat(reach(1, 1).sentence()).isEqualTo("1 of the 1 device that is flagged now is left out.");
        assertThat(reach(5, 0).sentence()).isEqualTo("None of the 5 devices that are flagged now is left out.");
        assertThat(ExceptionReach.NONE.sentence()).startsWith("No device is flagged now");
    }

    @Test
    void moreThanHalfOfAllIsAWarningAndHalfIsNone() {
        assertThat(reach(4, 2).warnings()).isEmpty();
        assertThat(reach(4, 3).warnings()).containsExactly("That is more than half of all flagged devices: 3 of 4.");
        assertThat(reach(4, 4).warnings())
                .containsExactly("That is every flagged device: all 4. Nothing would be suggested any more.");
    }

    @Test
    void moreThanHalfOfASuggestionIsAWarningThatNamesIt() {
        assertThat(reach(100, 5, new Share("Remove Windows corporate devices", 5, 9), new Share("Other", 4, 8))
                        .warnings())
                .containsExactly(
                        "It takes more than half of the suggestion “Remove Windows corporate devices”: 5 of 9 devices.");
        assertThat(reach(100, 9, new Share("Remove Windows corporate devices", 9, 9))
                        .warnings())
                .containsExactly("It takes every device of the suggestion “Remove Windows corporate devices”: all 9.");
    }

    @Test
    void oneDeviceAloneIsWhatSomebodyPicked() {
        assertThat(reach(1, 1, new Share("Remove iOS/iPadOS personal devices", 1, 1))
                        .warnings())
                .isEmpty();
    }

    @Test
    void otherDevicesAreSomethingElseAlsoIfTheyAreAsMany() {
        Reached first = new Reached(new UUID(1, 1), "A", "S");
        Reached second = new Reached(new UUID(1, 2), "A", "S");

        assertThat(new ExceptionReach(9, List.of(first), List.of())
                        .showsTheSameAs(new ExceptionReach(9, List.of(second), List.of())))
                .isFalse();
        assertThat(reach(9, 4).showsTheSameAs(reach(8, 4))).isTrue();
        assertThat(reach(9, 4).showsTheSameAs(reach(7, 4))).as("a warning more").isFalse();
    }

    private static ExceptionReach reach(long flagged, int leftOut, Share... shares) {
        return new ExceptionReach(
                flagged,
                IntStream.range(0, leftOut)
                        .mapToObj(number -> new Reached(new UUID(1, number), "LAPTOP-" + number, "S"))
                        .toList(),
                List.of(shares));
    }
}
