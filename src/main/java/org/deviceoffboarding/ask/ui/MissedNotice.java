package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Understanding;

/** Says above an answer which words of the prompt it is no answer to, why, and what could stand there instead. */
class MissedNotice extends Div {

    MissedNotice(Understanding read, Correction correction) {
        addClassNames("notice", "notice-attention", "missed");
        getElement().setAttribute("role", "status");
        Span sentence = new Span(
                read.question() == null
                        ? "There is no answer: part of this was not understood, and without it the answer could be a wrong one."
                        : "Part of this was not understood. The answer is to the rest of it only:");
        sentence.addClassName("notice-text");
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        read.missed().forEach(missed -> list.add(line(read, missed, correction)));
        add(sentence, list);
    }

    /** Asks another prompt in the place of one. */
    @FunctionalInterface
    interface Correction {
        void ask(String prompt);
    }

    private static Component line(Understanding read, Missed missed, Correction correction) {
        Span words = new Span("“" + missed.words() + "”:");
        words.addClassName("missed-words");
        Span reason = new Span(missed.reason());
        reason.addClassName("wrap");
        Div buttons = new Div();
        buttons.addClassName("buttons");
        missed.replacements().stream().filter(other -> isAnother(missed, other)).forEach(replacement -> {
            Button use = button(replacement, () -> correction.ask(read.with(missed, replacement)));
            use.setAriaLabel("Instead of “" + missed.words() + "”: " + replacement);
            buttons.add(use);
        });
        String rest = read.without(missed);
        if (!rest.isBlank()) {
            Button leave = button("Leave it out", () -> correction.ask(rest));
            leave.setAriaLabel("Leave “" + missed.words() + "” out");
            buttons.add(leave);
        }
        return new ListItem(words, reason, buttons);
    }

    /** With the same words the same would be missed again. */
    private static boolean isAnother(Missed missed, String replacement) {
        return !replacement.strip().equalsIgnoreCase(missed.words().strip());
    }

    private static Button button(String words, Runnable action) {
        Button button = new Button(words, click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
