package org.deviceoffboarding.evaluation;

/**
 * A run was requested, came further or ended. Published after the change is stored, on the thread that carries the run
 * out: at most four times a second within a phase, and always for the last state.
 */
public record RunChanged(Run run) {}
