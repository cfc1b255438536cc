package org.deviceoffboarding.base.ui.keyboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MenuLettersTest {

    @Test
    void eachPageHasTheFirstLetterOfItsNameThatNoneBeforeItHas() {
        assertThat(MenuLetters.of(List.of("Suggestions", "Approvals", "Audit log", "Settings")))
                .containsExactly(
                        Map.entry('s', "Suggestions"),
                        Map.entry('a', "Approvals"),
                        Map.entry('u', "Audit log"),
                        Map.entry('e', "Settings"));
    }

    @Test
    void aPageWhoseLettersAreAllTakenHasNone() {
        assertThat(MenuLetters.of(List.of("A", "B", "Ab"))).containsOnlyKeys('a', 'b');
    }
}
