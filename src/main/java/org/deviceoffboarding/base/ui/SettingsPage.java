package org.deviceoffboarding.base.ui;

/**
 * A page of the settings. Declared as a bean by the feature whose settings it shows; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand further left.
 *
 * @param title as the link to it reads
 * @param path of its route, such as {@code settings/exceptions}
 */
public record SettingsPage(String title, String path) {}
