package org.deviceoffboarding.audit.tree;

import java.util.List;

/** A Merkle tree exactly as RFC 6962, 2.1 says it, from all leaves each time. */
public final class NaiveTree {

    private static final TreeHash HASH = new TreeHash();

    private NaiveTree() {}

    /** Returns the root over the hashes of leaves. */
    public static synchronized byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return HASH.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        return HASH.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}
