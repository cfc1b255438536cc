package org.deviceoffboarding.audit.seal;

/**
 * An entry that is committed and waits for its number.
 *
 * @param isSealed whether it has one already, so that it waits for nothing
 */
record UnsealedEntry(long id, boolean isSealed) {}
