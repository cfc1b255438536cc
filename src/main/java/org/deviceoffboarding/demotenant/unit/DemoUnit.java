package org.deviceoffboarding.demotenant.unit;

/**
 * An administrative unit.
 *
 * @param restricted whether only those may change its devices whose role is assigned in it
 * @param hidden whether only its members see who is in it
 */
public record DemoUnit(String id, String displayName, boolean restricted, boolean hidden) {}
