package org.deviceoffboarding.person;

import org.jspecify.annotations.Nullable;

/**
 * Which people to show.
 *
 * @param text part of a name, a user principal name or a mail address; empty for all
 * @param role which they have, if only as part of another; null for all
 */
public record PeopleFilter(String text, @Nullable String role) {}
