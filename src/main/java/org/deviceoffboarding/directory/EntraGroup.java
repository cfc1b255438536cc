package org.deviceoffboarding.directory;

import java.util.UUID;

/**
 * A group in Entra ID.
 *
 * @param name as Entra shows it now; for people, never a key
 */
public record EntraGroup(UUID id, String name) {}
