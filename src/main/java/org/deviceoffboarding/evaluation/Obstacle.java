package org.deviceoffboarding.evaluation;

/**
 * Something that stands in the way of the next run, as far as can be told before it begins.
 *
 * @param certain whether a run that began now would fail; else nobody could tell
 * @param sentences what it is and what to do, for people
 */
public record Obstacle(boolean certain, String sentences) {}
