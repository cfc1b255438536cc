package org.deviceoffboarding.exception.ui;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.work.WorkDialog;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes exceptions for devices picked from a list. */
@Component
@Order(30)
class ExceptBulkAction implements DeviceBulkAction {

    private final DeviceService inventory;
    private final ExceptionDialogs dialogs;

    ExceptBulkAction(DeviceService inventory, ExceptionDialogs dialogs) {
        this.inventory = inventory;
        this.dialogs = dialogs;
    }

    @Override
    public String label() {
        return "Make exceptions…";
    }

    @Override
    public boolean offered() {
        return dialogs.mayChange();
    }

    @Override
    public void open(List<SelectedDevice> devices, Runnable done) {
        WorkDialog.before(
                "Make exceptions for " + Amounts.devices(devices.size()),
                "Their names are looked up.",
                devices.size(),
                progress -> named(devices),
                targets -> dialogs.add(targets, done));
    }

    private List<ExceptionTarget> named(List<SelectedDevice> devices) {
        Map<UUID, String> names = inventory.names(devices.stream()
                .filter(device -> device.name().isEmpty())
                .map(SelectedDevice::objectId)
                .toList());
        return devices.stream()
                .map(device -> ExceptionTarget.ofDevice(
                        device.objectId(), names.getOrDefault(device.objectId(), device.name())))
                .toList();
    }
}
