package org.deviceoffboarding.playbook;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A step of a playbook, as it stands.
 *
 * @param number its place, from 1
 * @param how with the exact path in the portal in question; may have several lines
 * @param link to the portal or its manual; null where there is none
 * @param role who can do it
 * @param required whether what cannot be undone waits for it
 */
public record PlaybookStep(
        int number,
        String title,
        String why,
        String how,
        @Nullable URI link,
        String role,
        boolean required) {}
