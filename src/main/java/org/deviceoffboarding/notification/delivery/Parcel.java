package org.deviceoffboarding.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.notification.StoredNotice;

/**
 * What is sent to a destination at once.
 *
 * @param target which destination, among those of its kind
 * @param position its place in the destination's queue
 * @param id the same each time it is sent
 * @param attempt the how manieth this is, from 1
 * @param notices the oldest first; more than one in a digest
 */
public record Parcel(
        long destinationId, String target, long position, UUID id, int attempt, List<StoredNotice> notices) {}
