package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.audit.tree.TreeHash;

/** Up to 256 hashes of one level that stand beside each other, with the roots of all complete subtrees over them. */
final class HashBlock {

    /** How many heights there are over a hash, its own included, before the next level. */
    static final int HEIGHT = 8;

    /** By height over the level, then by position. */
    private final byte[][][] roots = new byte[HEIGHT][][];

    HashBlock(int hashes) {
        for (int above = 0; above < roots.length; above++) {
            roots[above] = new byte[hashes >>> above][];
        }
    }

    void put(int position, byte[] hash) {
        roots[0][position] = hash;
    }

    /** Makes the roots, once all hashes are there. */
    void complete(TreeHash hash) {
        for (int above = 1; above < roots.length; above++) {
            for (int i = 0; i < roots[above].length; i++) {
                roots[above][i] = hash.node(roots[above - 1][2 * i], roots[above - 1][2 * i + 1]);
            }
        }
    }

    byte[] root(int above, int position) {
        return roots[above][position];
    }
}
