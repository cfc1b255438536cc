package org.deviceoffboarding.audit.seal;

/** A hash of the tree at its place among those of its level, counted from 0. */
record PlacedHash(long place, byte[] hash) {}
