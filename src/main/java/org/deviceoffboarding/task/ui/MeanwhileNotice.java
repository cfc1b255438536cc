package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskDiff;

/** Says what somebody else changed while the dialog was open, beside what the person entered; hidden until then. */
class MeanwhileNotice extends Div {

    MeanwhileNotice() {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(TaskChangedException changed) {
        removeAll();
        Span sentence = new Span(PersonDisplay.name(changed.now().updatedBy())
                + " changed this task while you had it open. Nothing is saved yet, and nothing that you entered is lost: look at"
                + " both, then save again.");
        sentence.addClassName("notice-text");
        UnorderedList list = new UnorderedList();
        changed.meanwhile().forEach(difference -> list.add(new ListItem(words(difference))));
        add(sentence, list);
        setVisible(true);
    }

    private static String words(TaskDiff.Difference difference) {
        return difference.field().label() + ": " + said(difference.was()) + " → " + said(difference.became());
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
