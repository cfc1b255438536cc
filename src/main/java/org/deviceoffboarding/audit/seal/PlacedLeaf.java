package org.deviceoffboarding.audit.seal;

/** A leaf of the tree: the hash of an entry, and its number from 1. */
record PlacedLeaf(long number, long entryId, byte[] hash) {}
