package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallTrendTest {

    @Test
    void theLineGoesFromLeftToRightWithTheGreatestNumberOnTop() {
        assertThat(SmallTrend.points(List.of(10L, 20L, 15L))).isEqualTo("3.0,25.0 60.0,3.0 117.0,14.0");
    }

    @Test
    void aNumberThatNeverChangedIsALineInTheMiddle() {
        assertThat(SmallTrend.points(List.of(7L, 7L))).isEqualTo("3.0,14.0 117.0,14.0");
    }

    @Test
    void whoDoesNotSeeItHearsTheNumbers() {
        assertThat(SmallTrend.inWords(List.of(1200L, 3L))).isEqualTo("Over the last 2 results: 1,200, 3");
    }
}
