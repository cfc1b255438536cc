package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** Says that fields hold what was typed before, and since when; hidden until then. */
class RestoredNotice extends Div {

    private final Span sentence = new Span();
    private final List<KeptField> fields = new ArrayList<>();

    /** @param settled called once the person does not want it */
    RestoredNotice(Runnable settled) {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "status");
        sentence.addClassName("notice-text");
        Button button = new Button("Discard", click -> {
            fields.forEach(KeptField::reset);
            clear();
            settled.run();
        });
        button.setAriaLabel("Discard what was restored");
        button.addThemeVariants(ButtonVariant.SMALL);
        add(sentence, button);
        setVisible(false);
    }

    /** Puts what was typed back into its field. */
    void restore(KeptField field, String text, String when) {
        if (fields.isEmpty()) {
            sentence.setText("Restored what you typed " + when + " and did not send.");
        }
        fields.add(field);
        field.set(text);
        setVisible(true);
    }

    void clear() {
        fields.clear();
        setVisible(false);
    }
}
