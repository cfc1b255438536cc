package org.deviceoffboarding.audit.tree;

/** Knows the roots of the complete subtrees of a tree, from which everything else about it can be made. */
@FunctionalInterface
public interface Subtrees {

    /**
     * Returns the root of a complete subtree.
     *
     * @param height of the subtree, which has 2 to this many leaves; 0 for a leaf
     * @param position how many subtrees of this height stand left of it
     */
    byte[] root(int height, long position);
}
