package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import org.deviceoffboarding.playbook.definition.Step;

/** Why and how a step is done, by whom, and where. */
class StepText extends Div {

    StepText(Step step) {
        addClassName("step-text");
        part("Why", step.why());
        part("How", step.how());
        part("Who", step.role());
        if (step.link() != null) {
            add(link(step.link()));
        }
    }

    private void part(String word, String text) {
        if (!text.isBlank()) {
            Span label = new Span(word + ": ");
            label.addClassName("step-word");
            add(new Paragraph(label, new Span(text)));
        }
    }

    private static Anchor link(URI address) {
        Anchor link = new Anchor(address.toString(), "Open " + address.getHost(), AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        Span newTab = new Span(" (opens in a new tab)");
        newTab.addClassName("visually-hidden");
        link.add(newTab);
        link.addClassName("step-link");
        return link;
    }
}
