package org.deviceoffboarding.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory names them.
 *
 * @param name null where there is none
 */
public record DirectoryPerson(
        UUID id, @Nullable String name, @Nullable String userPrincipalName) {}
