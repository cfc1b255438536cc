package org.deviceoffboarding.inventory.criterion;

import java.util.List;

/**
 * Something that a feature knows of devices and the inventory does not, by which the list of devices is narrowed. Declared as a
 * bean; beans with a lower {@link org.springframework.core.annotation.Order} stand further left.
 */
public interface DeviceCriterion {

    /** Returns its name in addresses: a word, which no other criterion has. */
    String name();

    /** Returns its name for people. */
    String label();

    /** Returns whether the list of devices offers it, rather than questions alone: the list stays short of filters. */
    default boolean inFilterBar() {
        return true;
    }

    /** Returns what can be chosen, as it is now. */
    List<Choice> choices();

    /**
     * One thing to choose.
     *
     * @param name in addresses
     * @param label for people
     */
    record Choice(String name, String label, DeviceSubset devices) {}
}
