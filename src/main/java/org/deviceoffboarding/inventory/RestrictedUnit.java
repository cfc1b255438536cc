package org.deviceoffboarding.inventory;

import java.util.Comparator;
import java.util.UUID;

/** A restricted management administrative unit of Entra: who is to change a device in it needs a role that is assigned there. */
public record RestrictedUnit(UUID id, String name) implements Comparable<RestrictedUnit> {

    private static final Comparator<RestrictedUnit> BY_NAME = Comparator.comparing(
                    RestrictedUnit::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(RestrictedUnit::name)
            .thenComparing(RestrictedUnit::id);

    @Override
    public int compareTo(RestrictedUnit other) {
        return BY_NAME.compare(this, other);
    }
}
