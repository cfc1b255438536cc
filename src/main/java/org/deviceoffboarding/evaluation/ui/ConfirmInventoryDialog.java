package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.evaluation.Run;

/** Says what it means to confirm an inventory that looks incomplete. */
class ConfirmInventoryDialog extends ConfirmDialog {

    ConfirmInventoryDialog(Run run, Runnable confirm) {
        setHeader("Is this all there is?");
        setText(
                "Run %d read %s Entra devices, %s managed devices and %s Autopilot registrations. If you confirm, another run starts and goes by these numbers: devices that a list lacks will be flagged. Your name is recorded."
                        .formatted(
                                run.id(),
                                Amounts.number(run.progress().entraDevices()),
                                Amounts.number(run.progress().managedDevices()),
                                Amounts.number(run.progress().autopilotIdentities())));
        setConfirmText("Confirm and run again");
        setConfirmButtonTheme("error primary"); // it may flag devices that are in use
        setCancelable(true);
        addConfirmListener(event -> confirm.run());
    }
}
