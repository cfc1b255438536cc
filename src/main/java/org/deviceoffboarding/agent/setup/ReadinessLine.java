package org.deviceoffboarding.agent.setup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the agent needs, with what is known of it, for a page.
 *
 * @param needed in Microsoft's words
 * @param kind what it is, such as "Intune role"
 * @param optional whether the agent does without
 * @param why the agent needs it, a sentence or two
 * @param said what Microsoft answered; empty where it works, or nobody looked yet
 * @param lackingFor what can't be used without; empty where nothing is known to lack
 * @param remedy who does what about it
 * @param checkedAt when it was last looked for; null if never
 */
public record ReadinessLine(
        String needed,
        String kind,
        boolean optional,
        String why,
        ReadinessState state,
        String said,
        String lackingFor,
        String remedy,
        @Nullable Instant checkedAt) {

    /** Returns whether it is a permission, and no role. */
    public boolean isPermission() {
        return !kind.endsWith("role");
    }
}
