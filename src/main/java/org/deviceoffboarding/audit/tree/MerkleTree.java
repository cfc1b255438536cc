package org.deviceoffboarding.audit.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes roots and proofs of a tree as RFC 6962, 2.1 defines them, for the tree as it is and as it was at any size before. For one thread.
 */
public final class MerkleTree {

    private final long size;
    private final Subtrees subtrees;
    private final TreeHash hash = new TreeHash();

    /**
     * @param size how many leaves the tree has
     * @param subtrees asked for complete subtrees within this size only
     */
    public MerkleTree(long size, Subtrees subtrees) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree can't have " + size + " leaves");
        }
        this.size = size;
        this.subtrees = subtrees;
    }

    /** Returns how many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Returns the root. */
    public byte[] root() {
        return size == 0 ? hash.empty() : root(0, size);
    }

    /** Returns the edge at which the tree grows. */
    public Frontier frontier() {
        return new Frontier(size, subtrees);
    }

    /**
     * Proves that a leaf is in the tree.
     *
     * @param index counts leaves from 0
     * @throws IllegalArgumentException if the tree has no such leaf
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index);
        }
        List<byte[]> hashes = new ArrayList<>();
        include(index, 0, size, hashes);
        return new InclusionProof(index, size, hashes);
    }

    /** PATH(m, D[from:to]). */
    private void include(long index, long from, long to, List<byte[]> hashes) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, hashes);
            hashes.add(root(middle, to));
        } else {
            include(index, middle, to, hashes);
            hashes.add(root(from, middle));
        }
    }

    /**
     * Proves that the tree is the one that it was at an earlier size, with leaves added on the right.
     *
     * @param before the earlier size
     * @throws IllegalArgumentException if the tree was never of that size, or had no leaves then
     */
    public ConsistencyProof consistency(long before) {
        if (before < 1 || before > size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves can't be compared with one of " + before);
        }
        List<byte[]> hashes = new ArrayList<>();
        compare(before, 0, size, true, hashes);
        return new ConsistencyProof(before, size, hashes);
    }

    /** SUBPROOF(m, D[from:to], whole). */
    private void compare(long before, long from, long to, boolean whole, List<byte[]> hashes) {
        if (before == to) {
            if (!whole) {
                hashes.add(root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (before <= middle) {
            compare(before, from, middle, whole, hashes);
            hashes.add(root(middle, to));
        } else {
            compare(before, middle, to, false, hashes);
            hashes.add(root(from, middle));
        }
    }

    /** MTH(D[from:to]). */
    private byte[] root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return subtrees.root(height, from >>> height);
        }
        long middle = from + split(leaves);
        return hash.node(root(from, middle), root(middle, to));
    }

    /** Returns the largest power of two that is smaller. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
