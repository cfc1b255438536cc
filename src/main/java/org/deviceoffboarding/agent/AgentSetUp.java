package org.deviceoffboarding.agent;

import org.deviceoffboarding.base.Actor;

/**
 * An agent was set up for the first time. Published after it is stored, on the thread of the person who did it.
 *
 * @param actor who set it up
 */
public record AgentSetUp(Actor actor) {}
