package org.deviceoffboarding.ask.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.ask.saved.NamedQuestion;

/** Asks before a saved question is removed with its numbers. */
class RemoveQuestionDialog extends QuestionDialog {

    private final transient Runnable remove;
    private final transient Runnable done;

    RemoveQuestionDialog(NamedQuestion question, Runnable remove, Runnable done) {
        super("Remove “" + question.name() + "”?", "Remove");
        this.remove = remove;
        this.done = done;
        takesAway();
        fill(new Paragraph((question.shared()
                        ? "Everybody can ask it, may have it on Overview or be told of its number. "
                        : "Only you have it. ")
                + "Its numbers over time are removed with it."));
    }

    @Override
    void act() {
        remove.run();
        close();
        done.run();
    }
}
