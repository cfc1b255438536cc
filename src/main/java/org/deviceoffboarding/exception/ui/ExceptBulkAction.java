package org.deviceoffboarding.exception.ui;

import java.util.List;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes exceptions for devices picked from a list. */
@Component
@Order(30)
class ExceptBulkAction implements DeviceBulkAction {

    private final ExceptionDialogs dialogs;

    ExceptBulkAction(ExceptionDialogs dialogs) {
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
        dialogs.add(
                devices.stream()
                        .map(device -> ExceptionTarget.ofDevice(device.objectId(), device.name()))
                        .toList(),
                done);
    }
}
