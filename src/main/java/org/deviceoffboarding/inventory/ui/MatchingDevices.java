package org.deviceoffboarding.inventory.ui;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * All devices that a list shows, as its filters stand when it is asked.
 *
 * @param ids returns their object IDs in the order of the list, at most as many as it is given
 * @param result returns the run whose result the list shows; the same number always for a list that no run replaces
 */
public record MatchingDevices(IntFunction<List<UUID>> ids, LongSupplier result) {}
