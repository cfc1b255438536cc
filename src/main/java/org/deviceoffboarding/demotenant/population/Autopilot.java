package org.deviceoffboarding.demotenant.population;

import org.jspecify.annotations.Nullable;

/** The laptops that are registered with Windows Autopilot. */
public final class Autopilot {

    private static final String NOWHERE = "00000000-0000-0000-0000-000000000000";

    private final Generators generators;
    private final Roster roster;

    Autopilot(Generators generators) {
        this.generators = generators;
        this.roster = generators.roster();
    }

    /** Returns the identity of a device; null if it has none. */
    public @Nullable DemoAutopilotIdentity identity(int device) {
        var profile = roster.profile(device);
        return profile.kind == ObjectKind.AUTOPILOT ? identity(device, profile) : null;
    }

    /** Finds the identity that has an ID. */
    public @Nullable DemoAutopilotIdentity find(String id) {
        var device = generators.deviceOf(IdKind.AUTOPILOT, id);
        return device.isPresent() ? identity(device.getAsInt()) : null;
    }

    private DemoAutopilotIdentity identity(int device, Profile profile) {
        int laptop = generators.laptop(device);
        var model = generators.hardware().model(laptop, roster.profile(laptop));
        boolean deployed = profile != Profile.AUTOPILOT_NEVER_DEPLOYED;
        boolean inIntune = deployed && profile != Profile.AUTOPILOT_LEFT;
        return new DemoAutopilotIdentity(
                generators.guids().of(IdKind.AUTOPILOT, device),
                generators.serialNumber(device),
                groupTag(generators.dice(), device),
                model.maker(),
                model.name(),
                deployed ? "enrolled" : "notContacted",
                deployed ? generators.timeline().enrolled(device, profile.activity) : Timeline.YEAR_ONE,
                generators.guids().of(IdKind.ENTRA_DEVICE, device),
                inIntune ? generators.intuneId(laptop, 0) : NOWHERE);
    }

    static String groupTag(Dice dice, int device) {
        return dice.oneOf(device, Roll.GROUP_TAG, "CONTOSO-STD", "CONTOSO-DEV", "CONTOSO-STORE");
    }
}
