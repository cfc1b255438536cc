package org.deviceoffboarding.remediation.ui.asking;

import java.util.List;
import org.deviceoffboarding.inventory.ui.DeviceBulkAction;
import org.deviceoffboarding.inventory.ui.SelectedDevice;
import org.deviceoffboarding.remediation.request.Action;

/** Asks for an action on devices picked from a list. */
public class AskBulkAction implements DeviceBulkAction {

    private final Action action;
    private final String source;
    private final AskDialogs dialogs;

    /** @param source what the list is, for people */
    public AskBulkAction(Action action, String source, AskDialogs dialogs) {
        this.action = action;
        this.source = source;
        this.dialogs = dialogs;
    }

    @Override
    public String label() {
        return action.label() + "…";
    }

    @Override
    public boolean offered() {
        return dialogs.mayAsk();
    }

    @Override
    public void open(List<SelectedDevice> devices, Runnable done) {
        dialogs.open(action, devices.stream().map(SelectedDevice::objectId).toList(), source, done);
    }
}
