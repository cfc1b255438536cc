package org.deviceoffboarding.instruction.language;

/** Finds which of many instructions a device fits. */
@FunctionalInterface
interface Matcher {

    /** Returns the position of the first instruction that fits, or {@link Integer#MAX_VALUE}. */
    int first(Subject device);

    /** Returns one that asks both. */
    static Matcher firstOf(Matcher one, Matcher other) {
        return device -> Math.min(one.first(device), other.first(device));
    }

    /** Returns one that fits where both do. */
    static Matcher both(Matcher one, Matcher other) {
        return device -> {
            int first = one.first(device);
            return first == Integer.MAX_VALUE ? first : other.first(device);
        };
    }
}
