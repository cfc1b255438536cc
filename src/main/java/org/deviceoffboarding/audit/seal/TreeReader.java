package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.audit.tree.MerkleTree;
import org.springframework.stereotype.Component;

/** Reads the log's tree from its leaves and tiles, as it is and as it was: at most 256 rows of a level for the edge or for a proof. */
@Component
public class TreeReader {

    private final LeafRepository leaves;

    TreeReader(LeafRepository leaves) {
        this.leaves = leaves;
    }

    /** Returns the highest number of an entry; where somebody put a leaf ahead that is more than are sealed. */
    public long size() {
        return leaves.highest();
    }

    /**
     * Returns the tree as it was at a size, which may not be more than it has. The entry of a number is the leaf of the index before. It
     * reads when it is asked, remembers some of what it read, is for one thread, and throws a {@link BrokenTreeException} where a row is
     * missing.
     */
    public MerkleTree at(long size) {
        return new MerkleTree(size, new StoredSubtrees(leaves, size));
    }
}
