package org.deviceoffboarding.instruction.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** IDs, each with the first instruction that lists it: a hash table without objects, which stays in the processor's cache. */
final class IdTable implements Matcher {

    /** A bit for each of many hashes: says of most IDs that they are not listed, without a look at the table. */
    private final long[] listed;

    private final long[] keys;
    private final int[] positions;
    private final int mask;

    private IdTable(Map<UUID, Integer> ids) {
        int size = Integer.highestOneBit(Math.max(4, ids.size() * 2 - 1)) * 2;
        listed = new long[Math.max(1, size / 8)];
        keys = new long[2 * size];
        positions = new int[size];
        mask = size - 1;
        ids.forEach(this::put);
    }

    @Override
    public int first(Subject device) {
        int first = Math.min(find(device.objectId()), find(device.deviceId()));
        List<UUID> others = device.intuneIds();
        for (int i = 0; i < others.size(); i++) {
            first = Math.min(first, find(others.get(i)));
        }
        return first;
    }

    private void put(UUID id, int position) {
        int bit = bit(id);
        listed[bit >>> 6] |= 1L << bit;
        int slot = slot(id);
        while (!isFree(slot)) {
            slot = (slot + 1) & mask;
        }
        keys[2 * slot] = id.getMostSignificantBits();
        keys[2 * slot + 1] = id.getLeastSignificantBits();
        positions[slot] = position;
    }

    private int find(@Nullable UUID id) {
        if (id == null) {
            return Integer.MAX_VALUE;
        }
        int bit = bit(id);
        if ((listed[bit >>> 6] & 1L << bit) == 0) {
            return Integer.MAX_VALUE;
        }
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        for (int slot = slot(id); !isFree(slot); slot = (slot + 1) & mask) {
            if (keys[2 * slot] == most && keys[2 * slot + 1] == least) {
                return positions[slot];
            }
        }
        return Integer.MAX_VALUE;
    }

    /** All zeros, which is no ID. */
    private boolean isFree(int slot) {
        return keys[2 * slot] == 0 && keys[2 * slot + 1] == 0;
    }

    private int slot(UUID id) {
        return (int) (hash(id) >>> 32) & mask;
    }

    private int bit(UUID id) {
        return (int) hash(id) >>> 1 & listed.length * Long.SIZE - 1;
    }

    private static long hash(UUID id) {
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    /** Gathers IDs. */
    static final class Builder {

        private final Map<UUID, Integer> ids = new HashMap<>();

        void add(UUID id, int position) {
            ids.merge(id, position, Math::min);
        }

        boolean isEmpty() {
            return ids.isEmpty();
        }

        IdTable build() {
            return new IdTable(ids);
        }
    }
}
