package org.deviceoffboarding.audit.judged;

/**
 * A row as it is read.
 *
 * @param version which transaction stored it: after a backup was restored it is another
 */
record Row<R>(long id, String version, R value) {}
