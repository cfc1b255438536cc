package org.deviceoffboarding.agent.removal;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The agent was removed.
 *
 * @param identityName the name of whose identity it had
 * @param clearedAt since when nothing of it is left that another agent could meet; null until then
 * @param deletedAt since when nothing of it is left at all; null until then
 */
public record AgentRemoval(
        Instant at,
        Actor by,
        String identityName,
        @Nullable Instant clearedAt,
        @Nullable Instant deletedAt) {}
