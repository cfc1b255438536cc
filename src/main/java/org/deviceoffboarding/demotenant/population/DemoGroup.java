package org.deviceoffboarding.demotenant.population;

/**
 * A security group.
 *
 * @param number of the group in the tenant
 */
public record DemoGroup(int number, String id, String displayName, String description) {}
