package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What waited to be sent in a database that was restored, and waits for an owner.
 *
 * @param target whom or what it is for, among those of its kind
 * @param sentences what is in it, the oldest first
 */
public record WaitedParcel(
        UUID id, DestinationKind kind, String target, List<String> sentences, Instant madeAt, int attempts) {}
