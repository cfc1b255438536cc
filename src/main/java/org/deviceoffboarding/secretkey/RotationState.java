package org.deviceoffboarding.secretkey;

import java.util.List;

/**
 * How far the newest replacement of the secret key is, for whoever asked for it.
 *
 * @param from the ID of the key before
 * @param to the ID of the new one
 * @param encrypted whether everything is encrypted with the new one, as far as is known
 * @param ended whether nothing needs the one before
 * @param portals those that are there
 */
public record RotationState(
        String from, String to, boolean begun, boolean encrypted, boolean ended, List<KeyHolder> portals) {

    /** Returns the portals that only whoever runs them can give the new key. */
    public List<KeyHolder> toBeGiven() {
        return portals.stream()
                .filter(portal -> !portal.givenKey().equals(to) && !portal.takesNew())
                .toList();
    }
}
