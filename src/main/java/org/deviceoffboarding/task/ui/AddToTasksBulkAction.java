package org.deviceoffboarding.task.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.task.TaskSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds a task about devices picked from a list. */
@Component
@Order(25)
class AddToTasksBulkAction implements DeviceBulkAction {

    private final DeviceService inventory;
    private final TaskDialogs dialogs;

    AddToTasksBulkAction(DeviceService inventory, TaskDialogs dialogs) {
        this.inventory = inventory;
        this.dialogs = dialogs;
    }

    @Override
    public String label() {
        return "Add to tasks…";
    }

    @Override
    public boolean offered() {
        return dialogs.mayWork();
    }

    @Override
    public void open(List<SelectedDevice> devices, Runnable done) {
        String words = Amounts.devices(devices.size());
        WorkDialog.before(
                "Add to tasks",
                "Their names are looked up.",
                devices.size(),
                progress -> named(devices),
                all -> dialogs.add(
                        new TaskSource(TaskSource.Kind.DEVICES, null, words),
                        "Look at " + words,
                        all,
                        all.size(),
                        done));
    }

    private Map<UUID, String> named(List<SelectedDevice> devices) {
        Map<UUID, String> names = new HashMap<>(inventory.names(devices.stream()
                .filter(device -> device.name().isEmpty())
                .map(SelectedDevice::objectId)
                .toList()));
        devices.forEach(device -> names.putIfAbsent(device.objectId(), device.name()));
        return names;
    }
}
