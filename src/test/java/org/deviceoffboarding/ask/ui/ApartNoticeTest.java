package org.deviceoffboarding.ask.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;

class ApartNoticeTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void whatDoesNotGoOnFromTheQuestionBeforeCanBeAskedSoThatItDoes() {
        Question before = Objects.requireNonNull(
                INTERPRETER.interpret("flagged devices", null).question());
        Understanding apart = INTERPRETER.interpret("show all devices excluding Macs", before);
        List<String> asked = new ArrayList<>();
        ApartNotice notice = new ApartNotice(apart, asked::add);

        assertThat(notice.getElement().getTextRecursively()).contains("This doesn't go on from your question before.");
        notice.getChildren()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .forEach(Button::click);

        assertThat(apart.apart()).isTrue();
        Understanding further = INTERPRETER.interpret(asked.getFirst(), before);
        assertThat(further.whole()).isTrue();
        assertThat(Objects.requireNonNull(further.question()).canonical()).contains("flagged", "macOS");
    }
}
