package org.deviceoffboarding.demotenant.population;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * Turns a number of a kind into a GUID that looks random, and back again, so that any of the GUIDs of a device finds it
 * without an index. It is a keyed permutation of the 122 free bits of a version 4 GUID (a Feistel network with halves of
 * 61 bits: the kind in one, the number in the other).
 */
final class GuidPermutation {

    private static final int ROUNDS = 6;
    private static final long HALF = (1L << 61) - 1;
    private static final long VERSION = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final long[] keys = new long[ROUNDS];

    public GuidPermutation(long seed) {
        for (int round = 0; round < ROUNDS; round++) {
            keys[round] = Dice.mix(seed * 31 + round + 1);
        }
    }

    /** Returns the GUID of a number. */
    public String of(IdKind kind, long number) {
        long left = tag(kind);
        long right = number & HALF;
        for (long key : keys) {
            long next = left ^ scramble(right, key);
            left = right;
            right = next;
        }
        return toUuid(left, right).toString();
    }

    /** Returns the number that the GUID of this kind was made from, or nothing where it is none of this tenant. */
    public OptionalLong number(IdKind kind, String guid) {
        if (guid.length() != 36) {
            return OptionalLong.empty();
        }
        try {
            return number(kind, UUID.fromString(guid));
        } catch (IllegalArgumentException notAGuid) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong number(IdKind kind, UUID uuid) {
        if (uuid.version() != 4 || uuid.variant() != 2) {
            return OptionalLong.empty();
        }
        long left = left(uuid);
        long right = uuid.getLeastSignificantBits() & HALF;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long previous = right ^ scramble(left, keys[round]);
            right = left;
            left = previous;
        }
        return left == tag(kind) ? OptionalLong.of(right) : OptionalLong.empty();
    }

    private static long tag(IdKind kind) {
        return Dice.mix(kind.ordinal() + 1) & HALF;
    }

    private static long scramble(long half, long key) {
        return Dice.mix(half ^ key) & HALF;
    }

    private static UUID toUuid(long left, long right) {
        long high = left >>> 1;
        long most = (high >>> 12 << 16) | VERSION | (high & 0xFFF);
        long least = VARIANT | ((left & 1) << 61) | right;
        return new UUID(most, least);
    }

    private static long left(UUID uuid) {
        long most = uuid.getMostSignificantBits();
        long high = (most >>> 16 << 12) | (most & 0xFFF);
        return (high << 1) | ((uuid.getLeastSignificantBits() >>> 61) & 1);
    }
}
