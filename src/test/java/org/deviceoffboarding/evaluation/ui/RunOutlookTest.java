package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deviceoffboarding.evaluation.Obstacle;
import org.junit.jupiter.api.Test;

class RunOutlookTest {

    private final RunOutlook outlook = new RunOutlook(new Obstacles(List.of()));

    @Test
    void itSaysNothingUntilSomethingStandsInTheWayAndAgainOnceNothingDoes() {
        assertThat(outlook.isVisible()).isFalse();

        outlook.show(List.of(new Obstacle(true, "The group was deleted."), new Obstacle(false, "Nobody can tell.")));
        assertThat(outlook.isVisible()).isTrue();
        assertThat(outlook.getElement().getOuterHTML())
                .containsSubsequence("notice-bad", "The group was deleted.", "notice-attention", "Nobody can tell.");

        outlook.show(List.of());
        assertThat(outlook.isVisible()).isFalse();
        assertThat(outlook.getElement().getTextRecursively()).isEmpty();
    }
}
