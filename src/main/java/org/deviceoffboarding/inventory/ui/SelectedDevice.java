package org.deviceoffboarding.inventory.ui;

import java.util.UUID;

/**
 * A device that a person picked from a list.
 *
 * @param name for people; may be empty
 */
public record SelectedDevice(UUID objectId, String name) {}
