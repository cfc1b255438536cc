package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Understanding;

/** Puts something else in the place of a part of a question: what is offered, or what the person types. */
class ChangePartDialog extends QuestionDialog {

    private static final String WORDS = "words";

    private final RadioButtonGroup<Condition> offered = new RadioButtonGroup<>("Instead");
    private final TextField words = new TextField("Or in your words");
    private final transient Interpreter interpreter;
    private final transient Consumer<Condition> done;

    /** @param done called with what is to stand there instead */
    ChangePartDialog(Condition part, Interpreter interpreter, Consumer<Condition> done) {
        super("Change “" + QuestionWording.of(part) + "”", "Change");
        this.interpreter = interpreter;
        this.done = done;
        List<Condition> alternatives = PartAlternatives.of(part);
        offered.setItems(alternatives);
        offered.setItemLabelGenerator(QuestionWording::of);
        offered.addClassName("alternatives");
        offered.setVisible(!alternatives.isEmpty());
        offered.addValueChangeListener(picked -> {
            if (picked.getValue() != null) {
                words.clear();
            }
        });
        words.setWidthFull();
        words.setMaxLength(Interpreter.LONGEST);
        words.setPlaceholder(QuestionWording.of(part));
        words.addValueChangeListener(typed -> {
            if (!typed.getValue().isBlank()) {
                offered.clear();
            }
        });
        fields().with(WORDS, words);
        fill(new Paragraph("The answer is computed anew."), offered, words);
    }

    @Override
    void act() {
        Optional<Condition> instead = words.getValue().isBlank() ? Optional.ofNullable(offered.getValue()) : typed();
        instead.ifPresent(condition -> {
            close();
            done.accept(condition);
        });
        if (instead.isEmpty() && words.getValue().isBlank()) {
            refuse("Choose what is to stand there instead, or type it.", WORDS);
        }
    }

    private Optional<Condition> typed() {
        Understanding read =
                interpreter.interpret("devices with " + words.getValue().strip(), null);
        if (!read.whole() || read.question() == null || read.question().where() == null) {
            refuse(
                    read.missed().isEmpty()
                            ? "This says nothing of devices that is understood."
                            : read.missed().getFirst().reason(),
                    WORDS);
            return Optional.empty();
        }
        return Optional.of(read.question().where());
    }
}
