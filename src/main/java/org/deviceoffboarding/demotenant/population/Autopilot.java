package org.deviceoffboarding.demotenant.population;

import org.jspecify.annotations.Nullable;

/** The laptops that are registered with Windows Autopilot. */
public final class Autopilot {

    private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

    private final Population population;
    private final Roster roster;

    Autopilot(Population population, Roster roster) {
        this.population = population;
        this.roster = roster;
    }

    /** Returns the identity of a device; null if it has none. */
    public @Nullable DemoAutopilotIdentity identity(int device) {
        var profile = roster.profile(device);
        return profile.kind == ObjectKind.AUTOPILOT ? identity(device, profile) : null;
    }

    /** Finds the identity that has an ID. */
    public @Nullable DemoAutopilotIdentity find(String id) {
        var device = population.deviceNumber(population.guids().number(IdKind.AUTOPILOT, id));
        return device.isPresent() ? identity(device.getAsInt()) : null;
    }

    private DemoAutopilotIdentity identity(int device, Profile profile) {
        int laptop = population.laptop(device);
        var model = population.hardware().model(laptop, roster.profile(laptop));
        boolean deployed = profile != Profile.AUTOPILOT_NEVER_DEPLOYED;
        boolean inIntune = deployed && profile != Profile.AUTOPILOT_LEFT;
        return new DemoAutopilotIdentity(
                population.guids().of(IdKind.AUTOPILOT, device),
                population.serialNumber(device),
                groupTag(device),
                model.maker(),
                model.name(),
                deployed ? "enrolled" : "notContacted",
                deployed ? population.timeline().enrolled(device, profile.activity) : Timeline.YEAR_ONE,
                population.guids().of(IdKind.ENTRA_DEVICE, device),
                inIntune ? population.guids().of(IdKind.INTUNE, Population.recordNumber(laptop, 0)) : NOWHERE);
    }

    String groupTag(int device) {
        return population.dice().oneOf(device, Roll.GROUP_TAG, "CONTOSO-STD", "CONTOSO-DEV", "CONTOSO-STORE");
    }
}
