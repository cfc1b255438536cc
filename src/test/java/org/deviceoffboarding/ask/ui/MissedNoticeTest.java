package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;

class MissedNoticeTest {

    @Test
    void wordsThatWereMissedAreNotOfferedInThePlaceOfThemselves() {
        Missed missed = new Missed(
                0, 4, "macs", "That is not clear here.", List.of("Macs", " macs ", "Macs in Intune", "macOS"));
        MissedNotice notice = new MissedNotice(
                new Understanding("macs silent", null, List.of(), List.of(missed), List.of(), List.of()), _ -> {});

        assertThat(within(notice)
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .map(Button::getText))
                .containsExactly("Macs in Intune", "macOS", "Leave it out");
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(MissedNoticeTest::within));
    }
}
