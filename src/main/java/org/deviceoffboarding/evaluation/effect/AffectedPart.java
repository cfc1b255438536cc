package org.deviceoffboarding.evaluation.effect;

/**
 * Which part of the devices that are affected is taken away.
 *
 * @param next how many were before what follows
 */
public record AffectedPart(ResultEffect effect, EffectKind kind, int next) {}
