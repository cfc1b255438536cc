package org.deviceoffboarding.inventory.ui;

import java.util.UUID;

/**
 * A device that a person picked from a list.
 *
 * @param name for people; empty where it was picked with very many others
 */
public record SelectedDevice(UUID objectId, String name) {}
