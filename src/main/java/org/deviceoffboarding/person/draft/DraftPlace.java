package org.deviceoffboarding.person.draft;

/**
 * A page or a dialog that one person has opened. Made by {@link DraftService#at}.
 *
 * @param personId who opened it; nobody else can do anything with it
 * @param key what it is and what it is about, such as {@code reject:17}; the same whenever the person opens the same again
 */
public record DraftPlace(String personId, String key) {}
