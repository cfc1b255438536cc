package org.deviceoffboarding.person.draft;

import java.util.UUID;

/**
 * A page or a dialog that one person has opened in one window. Made by {@link DraftService#at}.
 *
 * @param personId who opened it; nobody else can do anything with it
 * @param key what it is and what it is about, such as {@code reject:17}; the same whenever the person opens the same again
 * @param opening which time that was: what is typed in two windows at once is kept twice
 */
public record DraftPlace(String personId, String key, UUID opening) {}
