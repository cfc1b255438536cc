package org.deviceoffboarding.instruction.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.deviceoffboarding.instruction.language.Sentence.NotUnderstood;

/** The part of a sentence around the words in question, which are marked. */
final class Excerpt {

    private static final int AROUND = 60;
    private static final int LONGEST_FAULT = 120;

    private Excerpt() {}

    static Span of(NotUnderstood problem, String text) {
        int from = Math.max(problem.start(), problem.faultStart() - AROUND);
        int faultEnd = Math.min(problem.faultEnd(), problem.faultStart() + LONGEST_FAULT);
        int to = Math.min(problem.end(), faultEnd + AROUND);
        Element mark = new Element("mark");
        mark.setText(text.substring(problem.faultStart(), faultEnd));
        Span excerpt = new Span();
        excerpt.addClassNames("wrap", "sentence-excerpt");
        excerpt.getElement()
                .appendChild(
                        Element.createText(
                                (from > problem.start() ? "… " : "") + text.substring(from, problem.faultStart())),
                        mark,
                        Element.createText(text.substring(faultEnd, to) + (to < problem.end() ? " …" : "")));
        return excerpt;
    }
}
