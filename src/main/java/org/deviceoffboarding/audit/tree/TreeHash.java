package org.deviceoffboarding.audit.tree;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Hashes leaves and nodes of a Merkle tree (<a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962, 2.1</a>): SHA-256, with
 * a byte in front that keeps a leaf from being taken for a node. One for each thread.
 */
public final class TreeHash {

    /** The length of each hash, in bytes. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.begin();

    public TreeHash() {}

    /** Returns the hash of a leaf. */
    public byte[] leaf(byte[] content) {
        digest.update(LEAF);
        return digest.digest(content);
    }

    /** Returns the hash of a leaf. */
    public byte[] leaf(ByteBuffer content) {
        digest.update(LEAF);
        digest.update(content);
        return digest.digest();
    }

    /** Returns the hash of a node from those of its two children. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Returns the root of a tree without leaves. */
    public byte[] empty() {
        return digest.digest(new byte[0]);
    }
}
