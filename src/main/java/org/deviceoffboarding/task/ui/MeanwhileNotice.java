package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.EnumMap;
import java.util.Map;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskField;

/** Says what somebody else changed while the dialog was open, beside what the person entered; hidden until then. */
class MeanwhileNotice extends Div {

    private final transient Map<TaskField, TaskDiff.Difference> unresolved = new EnumMap<>(TaskField.class);

    MeanwhileNotice() {
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void show(TaskChangedException changed) {
        removeAll();
        String what = changed.isOfDevicesOnly()
                ? "Devices of this task changed"
                : PersonDisplay.name(changed.now().updatedBy()) + " changed this task";
        Span sentence = new Span(what
                + " while you had it open. Nothing is saved yet, and nothing that you entered is lost: look at"
                + " both, then save again.");
        sentence.addClassName("notice-text");
        UnorderedList list = new UnorderedList();
        changed.meanwhile().forEach(this::remember);
        unresolved.values().forEach(difference -> list.add(new ListItem(words(difference))));
        add(sentence, list);
        setVisible(true);
    }

    /** What was said before stays until it is saved: who comes second a second time still sees all that clashes. */
    private void remember(TaskDiff.Difference difference) {
        unresolved.merge(
                difference.field(),
                difference,
                (first, next) -> new TaskDiff.Difference(first.field(), first.was(), next.became()));
    }

    private static String words(TaskDiff.Difference difference) {
        return difference.field().label() + ": " + said(difference.was()) + " → " + said(difference.became());
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
