package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.deviceoffboarding.demotenant.unit.DemoUnits;
import org.jspecify.annotations.Nullable;

/** What devices and people are computed by, all from one seed: the same every time, and without keeping them. */
final class Generators {

    /** How many Intune records one device can have. */
    static final int MOST_RECORDS = 4;

    private final Dice dice;
    private final GuidPermutation guids;
    private final Roster roster;
    private final Timeline timeline;
    private final Hardware hardware;
    private final Staff staff;
    private final NameChanges names = new NameChanges();
    private final LifeSigns lifeSigns = new LifeSigns();
    private final DemoUnits units = new DemoUnits();

    /**
     * Sets the generators up.
     *
     * @param entraDevices how many devices the directory has
     * @param seed that everything is computed from
     * @param founded when the company was founded, which all times are seen from
     */
    Generators(int entraDevices, long seed, Instant founded) {
        this.dice = new Dice(seed);
        this.guids = new GuidPermutation(seed);
        this.roster = new Roster(entraDevices, seed);
        this.timeline = new Timeline(founded, dice);
        this.hardware = new Hardware(dice);
        this.staff = new Staff(entraDevices, dice, guids);
    }

    @Nullable
    Employee ownerOf(int device) {
        return staff.ownerOf(laptop(device), roster.profile(device).kind);
    }

    /** Returns what a device is called now. */
    String nameOf(int device) {
        return names.of(device, firstNameOf(device));
    }

    /** Returns what a device was called at first. */
    String firstNameOf(int device) {
        var profile = roster.profile(device);
        var owner = ownerOf(device);
        return DeviceNames.of(laptop(device), profile, owner, staff.departmentOf(device, owner));
    }

    String serialNumber(int device) {
        return hardware.serialNumber(laptop(device));
    }

    /** Returns the number that the hardware of a device goes by: of the two objects of one laptop, the hybrid one's. */
    int laptop(int device) {
        return roster.profile(device) == Profile.DOUBLE_OF_AUTOPILOT
                ? roster.device(Profile.DOUBLE_OF_HYBRID, roster.rank(device))
                : device;
    }

    /** Returns the ID of a device's record in Intune; 0 is the first of the records that it can have. */
    String intuneId(int device, int copy) {
        return guids.of(IdKind.INTUNE, (long) device * MOST_RECORDS + copy);
    }

    /** Returns the number of the device that an ID means; nothing if it means none. */
    OptionalInt deviceOf(IdKind kind, String id) {
        OptionalLong number = guids.number(kind, id);
        return number.isPresent() && number.getAsLong() < roster.size()
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    NameChanges names() {
        return names;
    }

    LifeSigns lifeSigns() {
        return lifeSigns;
    }

    DemoUnits units() {
        return units;
    }

    Dice dice() {
        return dice;
    }

    GuidPermutation guids() {
        return guids;
    }

    Roster roster() {
        return roster;
    }

    Timeline timeline() {
        return timeline;
    }

    Hardware hardware() {
        return hardware;
    }

    Staff staff() {
        return staff;
    }
}
