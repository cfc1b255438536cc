package org.deviceoffboarding.audit.seal;

/** An entry that may be sealed, with its leaf, computed from what it says. */
record FittingLeaf(long entryId, byte[] hash) {}
