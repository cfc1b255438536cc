package org.deviceoffboarding.task.ui;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.deviceoffboarding.inventory.ui.DeviceMoment;
import org.deviceoffboarding.task.DeviceTaskChange;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.work.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which tasks a device was added to, and how each went on. */
@Component
class TaskTimeline implements DeviceHistory {

    private final TaskService tasks;

    TaskTimeline(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        return tasks.historyOfDevice(objectId).stream()
                .map(TaskTimeline::moment)
                .toList();
    }

    @Override
    public List<Class<? extends PageNews>> changedBy() {
        return List.of(TasksChanged.class);
    }

    private static DeviceMoment moment(DeviceTaskChange of) {
        TaskChange change = of.change();
        return new DeviceMoment(
                change.at(),
                what(of.title(), change),
                PersonDisplay.name(change.by()),
                new DeviceMoment.About(TaskLink.path(of.taskId()), "Task " + of.taskId()));
    }

    private static String what(String title, TaskChange change) {
        if (change.what() == TaskField.ADDED) {
            return "Added to the task “" + title + "”";
        }
        return "The task “" + title + "” is " + change.became().toLowerCase(Locale.ENGLISH)
                + (change.because().isEmpty() ? "" : ": " + change.because());
    }
}
