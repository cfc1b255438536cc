package org.deviceoffboarding.audit.tree;

import org.jspecify.annotations.Nullable;

/**
 * The right edge of a growing tree: the roots of the complete subtrees that it consists of, at most one of each height. All that it takes
 * to add leaves and to know the root, however large the tree is. Belongs to whoever made it: it changes, and is for one thread.
 */
public final class Frontier {

    /** Told of each subtree that a leaf completes, from the leaf itself upwards. */
    @FunctionalInterface
    public interface Completion {

        /**
         * @param height of the subtree, which has 2 to this many leaves
         * @param position how many subtrees of this height stand left of it
         */
        void complete(int height, long position, byte[] root);
    }

    private static final Completion NOBODY = (height, position, root) -> {};

    private static final int HEIGHTS = Long.SIZE - 1;

    private final TreeHash hash = new TreeHash();

    /** The subtree of each height, there where the size has a bit of this height. */
    private final byte[] @Nullable [] subtrees = new byte[HEIGHTS][];

    private long size;

    /** Begins with a tree that has no leaves. */
    public Frontier() {}

    /** Goes on from a tree of this size. */
    Frontier(long size, Subtrees tree) {
        this.size = size;
        for (int height = 0; height < HEIGHTS; height++) {
            if (has(height)) {
                subtrees[height] = tree.root(height, (size >>> height) - 1);
            }
        }
    }

    /** Returns one of the same tree that goes its own way. */
    public Frontier copy() {
        Frontier copy = new Frontier();
        System.arraycopy(subtrees, 0, copy.subtrees, 0, HEIGHTS);
        copy.size = size;
        return copy;
    }

    /** Returns how many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Adds a leaf. */
    public void append(byte[] leafHash) {
        append(leafHash, NOBODY);
    }

    /** Adds a leaf, and tells of each subtree that is complete by it. */
    public void append(byte[] leafHash, Completion completion) {
        byte[] root = leafHash;
        int height = 0;
        completion.complete(0, size, root);
        for (; has(height); height++) {
            root = hash.node(subtree(height), root);
            subtrees[height] = null;
            completion.complete(height + 1, size >>> (height + 1), root);
        }
        subtrees[height] = root;
        size++;
    }

    /** Returns the root of the whole tree. */
    public byte[] root() {
        byte[] root = null;
        for (int height = 0; height < HEIGHTS; height++) {
            if (has(height)) {
                root = root == null ? subtree(height) : hash.node(subtree(height), root);
            }
        }
        return root == null ? hash.empty() : root.clone();
    }

    private boolean has(int height) {
        return (size >>> height & 1) == 1;
    }

    private byte[] subtree(int height) {
        byte[] root = subtrees[height];
        if (root == null) {
            throw new IllegalStateException("The tree of " + size + " leaves lacks its subtree of height " + height);
        }
        return root;
    }
}
