package org.deviceoffboarding.base.ui.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeButton;
import org.junit.jupiter.api.Test;

class LongTextTest {

    @Test
    void aShortTextStandsAlone() {
        assertThat(new LongText("stolen", "reason").getElement().getTextRecursively())
                .isEqualTo("stolen");
        assertThat(new LongText(" ", "reason").getElement().getTextRecursively())
                .isEqualTo("–");
    }

    @Test
    void aLongOneIsShownAndHiddenByAButtonThatSaysSo() {
        LongText text = new LongText("stolen ".repeat(50), "reason");
        NativeButton button = (NativeButton) text.getChildren().toList().getLast();
        assertThat(button.getText()).isEqualTo("more");
        assertThat(button.getAriaLabel()).contains("more of the reason");
        assertThat(button.getElement().getAttribute("aria-expanded")).isEqualTo("false");

        ComponentUtil.fireEvent(button, new ClickEvent<>(button));

        assertThat(text.hasClassName("long-text-whole")).isTrue();
        assertThat(button.getText()).isEqualTo("less");
        assertThat(button.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        ComponentUtil.fireEvent(button, new ClickEvent<>(button));
        assertThat(text.hasClassName("long-text-whole")).isFalse();
    }

    @Test
    void linesCountAsMuchAsLength() {
        assertThat(new LongText("a\nb\nc\nd\ne", "note").getChildren()).hasSize(2);
    }
}
