package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.playbook.definition.Step;

/** Why and how a step is done, by whom, and where. */
class StepText extends Div {

    StepText(Step step) {
        addClassName("step-text");
        part("Why", step.why());
        part("How", step.how());
        part("Who", step.role());
        if (step.link() != null) {
            add(new StepLink(step.link()));
        }
    }

    private void part(String word, String text) {
        if (!text.isBlank()) {
            Span label = new Span(word + ": ");
            label.addClassName("step-word");
            add(new Paragraph(label, new Span(text)));
        }
    }
}
