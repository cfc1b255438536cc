package org.deviceoffboarding.keys;

import java.util.List;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;

/** Narrows devices to those of which Entra is known to keep a key, or to all others: none, not told or never asked. */
abstract class KeyKnownCriterion implements DeviceCriterion {

    private final String name;
    private final String label;
    private final String known;

    /** @param condition that a row of {@code device_key} meets where a key is kept */
    KeyKnownCriterion(String name, String label, String condition) {
        this.name = name;
        this.label = label;
        this.known = "select object_id from device_key where " + condition;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean inFilterBar() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("KNOWN", "Known", DeviceSubset.in(known)),
                new Choice("UNKNOWN", "Not known", DeviceSubset.notIn(known)));
    }
}
