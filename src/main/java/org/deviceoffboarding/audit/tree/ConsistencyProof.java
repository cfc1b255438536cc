package org.deviceoffboarding.audit.tree;

import java.util.Arrays;
import java.util.List;

/**
 * What proves that a tree of which only the root is known is an earlier one with leaves added on the right: nothing in it was changed.
 *
 * @param before how many leaves the earlier tree had
 * @param size how many the later one has
 * @param hashes the roots of subtrees of which both roots can be made
 */
public record ConsistencyProof(long before, long size, List<byte[]> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** Returns whether it proves that the tree with the later root goes on from the one with the earlier root (RFC 9162, 2.1.4.2). */
    public boolean proves(byte[] rootBefore, byte[] root) {
        if (before < 1 || before > size || hashes.stream().anyMatch(each -> each.length != TreeHash.LENGTH)) {
            return false;
        }
        if (before == size) {
            return hashes.isEmpty() && Arrays.equals(rootBefore, root);
        }
        return !hashes.isEmpty() && isWayToBoth(rootBefore, root);
    }

    private boolean isWayToBoth(byte[] rootBefore, byte[] root) {
        TreeHash hash = new TreeHash();
        int subtree = Long.numberOfTrailingZeros(before);
        long position = before - 1 >>> subtree;
        long last = size - 1 >>> subtree;
        // Where the earlier tree is a complete subtree its root is known and not repeated.
        boolean given = Long.bitCount(before) == 1;
        byte[] earlier = given ? rootBefore : hashes.getFirst();
        byte[] later = earlier;
        for (byte[] beside : hashes.subList(given ? 0 : 1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((position & 1) == 1 || position == last) {
                earlier = hash.node(beside, earlier);
                later = hash.node(beside, later);
                while ((position & 1) == 0 && position != 0) {
                    position >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = hash.node(later, beside);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(earlier, rootBefore) && Arrays.equals(later, root);
    }
}
