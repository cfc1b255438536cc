package org.deviceoffboarding.graph.pace;

/**
 * Room that a batch of a person's writes has taken, see {@link WriteRateLimiter}.
 *
 * @param id 0 where nothing is paced
 */
public record WriteSlots(long id) {}
