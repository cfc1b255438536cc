package org.deviceoffboarding.inventory.criterion;

import org.jspecify.annotations.Nullable;

/**
 * How many devices a result says the same of.
 *
 * @param mark what it says, as a finding's {@code sort} packs it; null where it says nothing
 */
public record MarkCount(@Nullable Integer mark, long devices) {}
