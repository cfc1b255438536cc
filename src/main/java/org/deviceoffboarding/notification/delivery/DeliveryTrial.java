package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody sends to see whether it arrives.
 *
 * @param target whom or what it is for, among those of its kind
 * @param sentence what it says, or is
 */
public record DeliveryTrial(UUID id, DestinationKind kind, String target, String sentence, Instant begunAt) {}
