package org.deviceoffboarding.demotenant.population;

/** Chance without memory: the same seed, subject and roll always fall the same way, in any order and on any thread. */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    Dice(long seed) {
        this.seed = mix(seed + STEP);
    }

    /** Returns any number. */
    long roll(long subject, Roll roll) {
        return mix(seed ^ mix(subject * STEP + roll.ordinal() + 1));
    }

    /** Returns a number from 0 to below the bound. */
    int below(int bound, long subject, Roll roll) {
        return (int) Long.remainderUnsigned(roll(subject, roll), bound);
    }

    /** Returns a number from the lowest to the highest, both included. */
    int between(int lowest, int highest, long subject, Roll roll) {
        return lowest + below(highest - lowest + 1, subject, roll);
    }

    /** Returns true in so many of a hundred cases. */
    boolean percent(int percent, long subject, Roll roll) {
        return below(100, subject, roll) < percent;
    }

    /** Returns one of the values. */
    @SafeVarargs
    final <T> T oneOf(long subject, Roll roll, T... values) {
        return values[below(values.length, subject, roll)];
    }

    /** Spreads a number over all 64 bits, reversibly (the finaliser of SplitMix64). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
