package org.deviceoffboarding.safeguard;

import org.deviceoffboarding.base.Actor;

/**
 * A loosening that is to hold from now on.
 *
 * @param by who lets it: another owner, or the portal when its time has come
 */
public record LooseningInForce(Loosening loosening, Actor by) {}
