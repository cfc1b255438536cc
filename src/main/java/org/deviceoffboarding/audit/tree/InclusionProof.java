package org.deviceoffboarding.audit.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a leaf is in a tree of which only the root is known.
 *
 * @param index of the leaf, counted from 0
 * @param size how many leaves the tree has
 * @param hashes the roots of the subtrees beside the way from the leaf to the root, the lowest first
 */
public record InclusionProof(long index, long size, List<byte[]> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Returns whether it proves that this leaf is at its index in the tree of its size that has this root. */
    public boolean proves(byte[] leafHash, byte[] root) {
        return Arrays.equals(rootFor(leafHash), root);
    }

    /** Returns the root that the tree has if the leaf is in it; null where the proof is none (RFC 9162, 2.1.3.2). */
    private byte @Nullable [] rootFor(byte[] leafHash) {
        if (index < 0 || index >= size) {
            return null;
        }
        TreeHash hash = new TreeHash();
        long position = index;
        long last = size - 1;
        byte[] root = leafHash;
        for (byte[] beside : hashes) {
            if (last == 0 || beside.length != TreeHash.LENGTH) {
                return null;
            }
            if ((position & 1) == 1 || position == last) {
                root = hash.node(beside, root);
                // Where the way is the tree's right edge, it leaves out the heights at which there is nothing beside
                // it.
                while ((position & 1) == 0 && position != 0) {
                    position >>>= 1;
                    last >>>= 1;
                }
            } else {
                root = hash.node(root, beside);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? root : null;
    }
}
