package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.deviceoffboarding.person.draft.Draft;

/** Shows what was typed in one window and stands in no field of this one, and lets the person take it up. */
class OfferedText extends Div {

    private final Div texts = new Div();
    private final transient Map<KeptField, Draft> all = new LinkedHashMap<>();

    /** @param settled called once it is taken up, or not wanted; before that is done */
    OfferedText(
            String when, boolean changed, BiConsumer<KeptField, Draft> use, Consumer<Draft> discard, Runnable settled) {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "status");
        Span sentence = new Span("You typed this " + when
                + (changed
                        ? " and did not send it. What stands here was changed since."
                        : " in another window and did not send it."));
        sentence.addClassName("notice-text");
        texts.addClassNames("stack", "kept-texts");
        Button no = button("Discard", settled, () -> all.values().forEach(discard));
        no.setAriaLabel("Discard what I typed");
        add(sentence, texts, button("Use what I typed", settled, () -> all.forEach(use)), no);
    }

    void with(KeptField field, Draft draft) {
        all.put(field, draft);
        Span label = new Span(field.label());
        label.addClassName("dim");
        Div typed = new Div(draft.text());
        typed.addClassName("kept-text");
        texts.add(label, typed);
    }

    boolean allAre(BiPredicate<KeptField, Draft> such) {
        return all.entrySet().stream().allMatch(each -> such.test(each.getKey(), each.getValue()));
    }

    List<Draft> drafts() {
        return List.copyOf(all.values());
    }

    private static Button button(String words, Runnable first, Runnable then) {
        Button button = new Button(words, click -> {
            first.run();
            then.run();
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
