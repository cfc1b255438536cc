package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.deviceoffboarding.task.Task;

/** What a task's page shows below its breadcrumb; brought up to date in place, so that nobody loses what they type. */
class TaskPage extends Div {

    private final TaskTop top;
    private final TaskDevicesSection devices;
    private final TaskCommentsSection comments;
    private final TaskHistorySection history;

    TaskPage(
            Task task,
            TaskTop top,
            TaskDevicesSection devices,
            List<Component> steps,
            TaskCommentsSection comments,
            TaskHistorySection history) {
        this.top = top;
        this.devices = devices;
        this.comments = comments;
        this.history = history;
        addClassName("stack");
        Div work = new Div(devices);
        work.add(steps);
        work.addClassName("stack");
        Div record = new Div(comments, history);
        record.addClassName("stack");
        Div columns = new Div(work, record);
        columns.addClassName("device-columns");
        add(top, columns);
        show(task);
    }

    /** Leads to what was said. */
    void showComment(long id) {
        comments.lead(id);
    }

    final void show(Task task) {
        top.show(task);
        devices.show(task);
        comments.show();
        history.show(task);
    }
}
