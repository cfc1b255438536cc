package org.deviceoffboarding.playbook.definition;

import java.net.URI;
import java.util.Set;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One step of a playbook.
 *
 * @param key what ticks and changes are kept by; never changes, and no two steps of a playbook share it
 * @param how with the exact path in the portal in question; may have several lines
 * @param link to the portal or its manual, http or https; null where there is none
 * @param role who can do it
 * @param portal what the portal does of it itself
 * @param required whether no later step that {@linkplain Stage#waitsForRequired waits for it} may be ticked or asked for before it
 * @param situations that it is for
 * @param platforms that it is for
 */
public record Step(
        String key,
        Stage stage,
        String title,
        String why,
        String how,
        @Nullable URI link,
        String role,
        PortalPart portal,
        boolean required,
        Set<Situation> situations,
        Set<Platform> platforms) {

    public Step {
        situations = Set.copyOf(situations);
        platforms = Set.copyOf(platforms);
    }

    /** Returns whether the step belongs to suggestions of a situation and platform. */
    public boolean isFor(Situation situation, Platform platform) {
        return situations.contains(situation) && platforms.contains(platform);
    }
}
