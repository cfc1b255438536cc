package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows what was typed over texts that somebody has changed since, and lets the person take it up; hidden until then. */
class OfferedTexts extends Div {

    private final Span sentence = new Span();
    private final Div texts = new Div();
    private final Map<KeptField, String> offers = new LinkedHashMap<>();

    /** @param settled called once the person has taken it up, or does not want it */
    OfferedTexts(Runnable settled) {
        Button use = button("Use what I typed", this::use, settled);
        Button discard = button("Discard", this::clear, settled);
        discard.setAriaLabel("Discard what I typed");
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "status");
        sentence.addClassName("notice-text");
        texts.addClassNames("stack", "kept-texts");
        add(sentence, texts, use, discard);
        setVisible(false);
    }

    void offer(KeptField field, String text, String when) {
        if (offers.isEmpty()) {
            sentence.setText("You typed this " + when + " and did not send it. What stands here was changed since.");
        }
        offers.put(field, text);
        Span label = new Span(field.label());
        label.addClassName("dim");
        Div typed = new Div(text);
        typed.addClassName("kept-text");
        texts.add(label, typed);
        setVisible(true);
    }

    void clear() {
        offers.clear();
        texts.removeAll();
        setVisible(false);
    }

    private void use() {
        offers.forEach(KeptField::set);
    }

    private static Button button(String words, Runnable does, Runnable then) {
        Button button = new Button(words, click -> {
            does.run();
            then.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
