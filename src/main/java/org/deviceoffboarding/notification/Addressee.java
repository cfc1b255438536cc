package org.deviceoffboarding.notification;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be told something, as the tenant described them last.
 *
 * @param id object ID in Entra
 * @param name as people know them
 * @param mail null where the tenant says none
 * @param roles of {@link org.deviceoffboarding.base.Roles}, with those that they include; empty for whoever may not sign in any more
 */
public record Addressee(String id, String name, @Nullable String mail, Set<String> roles) {}
