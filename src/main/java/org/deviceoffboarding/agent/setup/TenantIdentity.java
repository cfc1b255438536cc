package org.deviceoffboarding.agent.setup;

/**
 * @param id of the person in Entra; the client ID of the application
 * @param name the person's user principal name; {@link Agent#APPLICATION} of the application
 * @param tenantName may be empty
 */
record TenantIdentity(String id, String name, String tenantName) {}
