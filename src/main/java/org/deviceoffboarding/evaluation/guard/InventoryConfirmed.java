package org.deviceoffboarding.evaluation.guard;

import java.util.Locale;
import org.deviceoffboarding.audit.AuditDetails;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedAs;
import org.deviceoffboarding.evaluation.Run;

/** An owner said that what a run read is whole, although it looked incomplete. */
@AuditedAs(
        name = "run.inventory-confirmed",
        label = "Confirmed what a run read",
        meaning = "A run found far less than the one before, and an owner said that this is all there is.",
        details = {
            "run: its number",
            "entraDevices: how many devices it read in Entra",
            "managedDevices: how many managed devices it read in Intune",
            "autopilotIdentities: how many Autopilot registrations it read"
        })
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

    @Override
    public AuditDetails details() {
        return AuditDetails.NONE
                .with("run", run.id())
                .with("entraDevices", run.progress().entraDevices())
                .with("managedDevices", run.progress().managedDevices())
                .with("autopilotIdentities", run.progress().autopilotIdentities());
    }
}
