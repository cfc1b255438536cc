package org.deviceoffboarding.directory;

import java.util.UUID;

/**
 * A person in Entra ID.
 *
 * @param name the user principal name as it is now; it can change, the ID cannot
 */
public record EntraUser(UUID id, String name) {}
