package org.deviceoffboarding.evaluation.trend;

/**
 * Devices that are picked by comparing two runs.
 *
 * @param change what became of them from the earlier one to the later one
 */
public record ComparedRuns(long before, long after, Change change) {}
