package org.deviceoffboarding.base.ui.subject;

/**
 * The page of a thing.
 *
 * @param address such as {@code runs/14}
 * @param text such as "Run 14"
 */
public record SubjectPage(String address, String text) {}
