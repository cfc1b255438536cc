package org.deviceoffboarding.inventory.ui;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All devices that a list shows, as its filters stand when it is asked.
 *
 * @param ids takes down the filters as they stand, and returns what reads the object IDs of those that match them, in the order of
 *     the list, at most as many as it is given; that may be called beside the page, on another thread
 * @param result returns the run whose result the list shows, on any thread; the same number always for a list that no run replaces
 */
public record MatchingDevices(Supplier<IntFunction<List<UUID>>> ids, LongSupplier result) {}
