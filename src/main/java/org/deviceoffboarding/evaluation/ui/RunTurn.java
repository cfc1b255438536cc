package org.deviceoffboarding.evaluation.ui;

/**
 * Which run is the latest, and whether it goes on: changes when a run starts and when it ends, and not while it goes on.
 *
 * @param runId 0 before the first run since the portal started
 */
record RunTurn(long runId, boolean active) {}
