package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.ask.question.Understanding;

/** Says above an answer that it is one to the prompt alone, where it could have gone on from the question before, and asks it so. */
class ApartNotice extends Div {

    ApartNotice(Understanding read, MissedNotice.Correction correction) {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "status");
        Span sentence = new Span("This doesn't go on from your question before.");
        sentence.addClassName("notice-text");
        Button further = new Button("Ask it of those devices", click -> correction.ask("of those: " + read.prompt()));
        further.addThemeVariants(ButtonVariant.SMALL);
        add(sentence, further);
    }
}
