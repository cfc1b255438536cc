package org.deviceoffboarding.evaluation.guard;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.evaluation.Run;

/** An owner said that what a run read is whole, although it looked incomplete. */
record InventoryConfirmed(Run run) implements AuditableAction {

    @Override
    public String action() {
        return "run.inventory-confirmed";
    }

    @Override
    public String subject() {
        return "run:" + run.id();
    }

    @Override
    public String summary() {
        return String.format(
                Locale.ENGLISH,
                "Confirmed that the %,d Entra devices, %,d managed devices and %,d Autopilot registrations that run %d read are all there are",
                run.progress().entraDevices(),
                run.progress().managedDevices(),
                run.progress().autopilotIdentities(),
                run.id());
    }
}
