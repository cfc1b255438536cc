package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;

/** Some tasks, each on a line, for the pages of what they are about. */
class TaskList extends Div {

    /** @param none what is said where there are none */
    TaskList(List<Task> tasks, String none, Instant now) {
        if (tasks.isEmpty()) {
            add(new Paragraph(none));
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "comments");
        tasks.forEach(task -> list.add(item(task, now)));
        add(list);
    }

    private static ListItem item(Task task, Instant now) {
        Assignee assignee = task.standing().assignee();
        Span whose = new Span(assignee == null ? "nobody's yet" : TaskLines.name(assignee));
        whose.addClassName("dim");
        Div line = new Div(TaskLink.of(task.id(), task.title()), TaskLines.states(task, now), whose);
        line.addClassName("pills");
        return new ListItem(line);
    }
}
