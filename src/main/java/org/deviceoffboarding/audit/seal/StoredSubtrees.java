package org.deviceoffboarding.audit.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deviceoffboarding.audit.tree.Subtrees;
import org.deviceoffboarding.audit.tree.TreeHash;

/** Makes the roots of subtrees from what is stored, reading blocks of 256 rows, of which it remembers some. For one thread. */
final class StoredSubtrees implements Subtrees {

    /** How many heights lie between two levels, of which each is stored. */
    static final int HEIGHT = HashBlock.HEIGHT;

    private static final int ROWS = 1 << HEIGHT;
    private static final int REMEMBERED = 64;

    private final LeafRepository leaves;
    private final long size;
    private final TreeHash hash = new TreeHash();
    private final Map<Place, HashBlock> blocks = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, HashBlock> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Place(int level, long block) {}

    /** @param size of the tree: what was added later is not read */
    StoredSubtrees(LeafRepository leaves, long size) {
        this.leaves = leaves;
        this.size = size;
    }

    @Override
    public byte[] root(int height, long position) {
        int level = height / HEIGHT;
        int above = height % HEIGHT;
        long first = position << above;
        HashBlock block = blocks.computeIfAbsent(new Place(level, first >>> HEIGHT), this::read);
        return block.root(above, (int) (first & (ROWS - 1)) >>> above).clone();
    }

    private HashBlock read(Place place) {
        long from = place.block() << HEIGHT;
        long to = Math.min(from + ROWS, size >>> place.level() * HEIGHT);
        HashBlock block = new HashBlock((int) (to - from));
        long next = from;
        for (PlacedHash each : leaves.hashes(place.level(), from, to)) {
            if (each.place() != next) {
                break;
            }
            block.put((int) (next++ - from), each.hash());
        }
        if (next != to) {
            throw new BrokenTreeException(
                    place.level() == 0
                            ? "The audit log has no leaf " + (next + 1)
                            : "The audit log has no tile " + next + " of level " + place.level());
        }
        block.complete(hash);
        return block;
    }
}
