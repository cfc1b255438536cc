package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import org.deviceoffboarding.ask.question.Aside;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Piece;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Remark;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.base.ui.Section;

/** How a prompt was understood: each part of the question, which can be changed or removed, why it is asked, and the words that it came of. */
class UnderstoodPrompt extends Section {

    private final transient Question question;
    private final transient Interpreter interpreter;
    private final transient Consumer<Question> ask;

    /** @param ask called with another question, where a part was changed or removed */
    UnderstoodPrompt(Understanding read, Question question, Interpreter interpreter, Consumer<Question> ask) {
        super("How I understood this");
        this.question = question;
        this.interpreter = interpreter;
        this.ask = ask;
        UnorderedList chips = new UnorderedList();
        chips.addClassName("chips");
        QuestionPart.of(question).forEach(part -> chips.add(chip(part)));
        add(chips, wording(question));
        read.reasons().forEach(reason -> add(reason(reason)));
        read.asides().forEach(aside -> add(aside(aside)));
        read.remarks().forEach(remark -> add(remark(remark)));
        if (!read.understood().isEmpty()) {
            add(wordByWord(read.understood()));
        }
    }

    private static Component wording(Question question) {
        Paragraph wording = new Paragraph("In full: " + question.canonical() + ".");
        wording.addClassNames("dim", "wrap");
        return wording;
    }

    private static Component reason(StatedReason reason) {
        Paragraph line = new Paragraph("Taken as your reason, not as a criterion: " + reason.words());
        line.addClassNames("dim", "wrap");
        return line;
    }

    private static Component aside(Aside aside) {
        Paragraph line = new Paragraph("I took this for background, and left it aside: “" + aside.words() + "”");
        line.addClassNames("dim", "wrap");
        return line;
    }

    private static Component remark(Remark remark) {
        Paragraph line = new Paragraph("“" + remark.words() + "”: " + remark.sentence());
        line.addClassNames("dim", "wrap");
        return line;
    }

    private Component chip(QuestionPart part) {
        ListItem item = new ListItem();
        if (!part.joint().isEmpty()) {
            Span joint = new Span(part.joint());
            joint.addClassName("chip-joint");
            item.add(joint);
        }
        Div chip = new Div(said(part));
        chip.addClassName("chip");
        if (part.without() != null) {
            chip.add(remover(part.words(), part.without()));
        }
        item.add(chip);
        return item;
    }

    private Component said(QuestionPart part) {
        Condition condition = part.condition();
        if (condition == null) {
            Span words = new Span(part.words());
            words.addClassName("chip-words");
            return words;
        }
        Button change = new Button(
                part.words(),
                click -> new ChangePartDialog(
                                condition, interpreter, other -> ask.accept(question.with(condition, other)))
                        .open());
        change.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        change.setAriaLabel("Change: " + part.words());
        change.addClassName("chip-words");
        return change;
    }

    private Component remover(String words, Question without) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> ask.accept(without));
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.setAriaLabel("Remove: " + words);
        return remove;
    }

    private static Component wordByWord(List<Piece> pieces) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        pieces.forEach(piece -> {
            ListItem line = new ListItem("“" + piece.words() + "”: " + piece.meaning());
            line.addClassName("wrap");
            list.add(line);
        });
        return new Details("Word by word", list);
    }
}
