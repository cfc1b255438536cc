package org.deviceoffboarding.audit.seal;

/** The root of a complete subtree of 256 to the power of its level leaves, counted from 0 among those of its level. */
record SealedTile(short level, long position, byte[] hash) {}
