package org.deviceoffboarding.demotenant.population;

/** A fixed reordering of the numbers from 0 to below a size, that can be asked in both directions. */
final class Shuffle {

    private final int size;
    private final long factor;
    private final long inverse;
    private final long offset;

    Shuffle(int size, long seed) {
        this.size = size;
        this.factor = coprimeTo(size, 1 + Long.remainderUnsigned(Dice.mix(seed), size));
        this.inverse = inverse(factor, size);
        this.offset = Long.remainderUnsigned(Dice.mix(seed + 1), size);
    }

    int apply(int position) {
        return (int) ((position * factor + offset) % size);
    }

    int undo(int shuffled) {
        return (int) (((shuffled - offset + size) % size) * inverse % size);
    }

    private static long coprimeTo(int size, long start) {
        long candidate = start;
        while (greatestCommonDivisor(candidate, size) != 1) {
            candidate++;
        }
        return candidate % size == 0 ? 1 : candidate % size;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    /** Euclid, extended. */
    private static long inverse(long value, long modulus) {
        long t = 0;
        long nextT = 1;
        long r = modulus;
        long nextR = value;
        while (nextR != 0) {
            long quotient = r / nextR;
            long oldT = t;
            t = nextT;
            nextT = oldT - quotient * nextT;
            long oldR = r;
            r = nextR;
            nextR = oldR - quotient * nextR;
        }
        return Math.floorMod(t, modulus);
    }
}
