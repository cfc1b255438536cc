package org.deviceoffboarding.suggestion;

/**
 * Some devices, counted.
 *
 * @param devices how many they are, flagged or not
 * @param flagged what the newest result says of them
 */
public record CountedAmong(long devices, FlaggedAmong flagged) {}
