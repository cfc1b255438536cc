package org.deviceoffboarding.inventory;

/**
 * What Intune's audit list held in one run.
 *
 * @param events how many events, of whatever sort
 * @param removals how many removal events among them
 * @param missing how many removal events of the same time it lacks that earlier runs read; they count all the same
 */
public record AuditListReading(long events, long removals, long missing) {}
