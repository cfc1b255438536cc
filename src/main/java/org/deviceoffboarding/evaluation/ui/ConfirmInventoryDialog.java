package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.form.LossDialog;
import org.deviceoffboarding.evaluation.Run;

/** Says what it means to confirm an inventory that looks incomplete. */
class ConfirmInventoryDialog extends LossDialog {

    ConfirmInventoryDialog(Run run, Runnable confirm) {
        super(
                "Is this all there is?",
                "Run %d read %s Entra devices, %s managed devices and %s Autopilot registrations. If you confirm, another run starts and goes by these numbers: devices that a list lacks will be flagged. Your name is recorded."
                        .formatted(
                                run.id(),
                                Amounts.number(run.progress().entraDevices()),
                                Amounts.number(run.progress().managedDevices()),
                                Amounts.number(run.progress().autopilotIdentities())),
                "Confirm and run again",
                "Cancel",
                confirm); // red: it may flag devices that are in use
    }
}
