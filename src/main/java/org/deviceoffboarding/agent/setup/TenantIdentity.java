package org.deviceoffboarding.agent.setup;

/** @param id of the person in Entra; @param name the person's user principal name; @param tenantName may be empty */
record TenantIdentity(String id, String name, String tenantName) {}
