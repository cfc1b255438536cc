package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.whole.LongText;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.work.TaskService;
import org.springframework.data.domain.PageRequest;

/** Everything that was changed of a task, the newest first. */
class TaskHistorySection extends Composite<Section> {

    private static final int AT_FIRST = 20;
    private static final String TAKEN_BACK = "Taken back: Assigned to ";

    private final transient TaskService tasks;
    private final transient Clock clock;
    private final OrderedList list = new OrderedList();
    private final Button more = new Button("Show older", click -> showMore());
    private long shown;
    private int most = AT_FIRST;

    TaskHistorySection(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
        list.addClassNames("plain-list", "comments");
        more.addThemeVariants(ButtonVariant.SMALL);
        getContent().add(list, more);
    }

    @Override
    protected Section initContent() {
        return new Section("History");
    }

    void show(Task task) {
        shown = task.id();
        fill();
    }

    private void showMore() {
        most += AT_FIRST;
        fill();
    }

    private void fill() {
        List<TaskChange> changes = tasks.history(shown, PageRequest.ofSize(most + 1));
        list.removeAll();
        changes.stream().limit(most).forEach(change -> list.add(item(change)));
        more.setVisible(changes.size() > most);
    }

    private ListItem item(TaskChange change) {
        Div who = new Div(PersonDisplay.of(change.by()), TimeDisplay.span(change.at(), clock.instant()));
        who.addClassName("pills");
        return new ListItem(who, new LongText(words(change), "change"));
    }

    private static String words(TaskChange change) {
        String what = change.what() == TaskField.ADDED
                ? "Added from " + change.became()
                : change.what().label() + ": " + said(change, change.was()) + " → " + said(change, change.became());
        return change.because().isEmpty() ? what : what + ". " + because(change.because());
    }

    /** Lines of long ago have the account of somebody whose name is known by now. */
    private static String said(TaskChange change, String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        return change.what() == TaskField.ASSIGNEE ? PersonDisplay.nameIn(value) : value;
    }

    /** What people wrote stays as they wrote it. */
    private static String because(String recorded) {
        return recorded.startsWith(TAKEN_BACK)
                ? TAKEN_BACK + PersonDisplay.nameIn(recorded.substring(TAKEN_BACK.length()))
                : recorded;
    }
}
