package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.inventory.ui.DeviceSection;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.work.TaskService;
import org.springframework.core.annotation.Order;

/** The tasks that a device is in, also once it is gone. */
@org.springframework.stereotype.Component
@Order(45)
class TasksOfDevice implements DeviceSection {

    private final TaskService tasks;
    private final TaskDialogs dialogs;
    private final Clock clock;

    TasksOfDevice(TaskService tasks, TaskDialogs dialogs, Clock clock) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.clock = clock;
    }

    @Override
    public Optional<Component> gone(UUID objectId) {
        List<Task> all = tasks.ofDevice(objectId);
        return all.isEmpty() ? Optional.empty() : Optional.of(section(all));
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        List<Task> all = tasks.ofDevice(device.entra().objectId());
        if (all.isEmpty() && !dialogs.mayWork()) {
            return Optional.empty();
        }
        Section section = section(all);
        if (dialogs.mayWork()) {
            section.add(add(device));
        }
        return Optional.of(section);
    }

    private Section section(List<Task> all) {
        return new Section("Tasks", new TaskList(all, "The device is in none.", clock.instant()));
    }

    private Button add(DeviceFacts device) {
        UUID id = device.entra().objectId();
        String name = DeviceLink.named(device.entra().displayName());
        Button add = new Button(
                "Add to tasks…",
                click -> dialogs.add(
                        new TaskSource(TaskSource.Kind.DEVICE, id.toString(), name),
                        "Look at " + name,
                        Map.of(id, device.entra().displayName()),
                        1,
                        () -> UI.getCurrent().refreshCurrentRoute(false)));
        add.addThemeVariants(ButtonVariant.SMALL);
        return add;
    }
}
