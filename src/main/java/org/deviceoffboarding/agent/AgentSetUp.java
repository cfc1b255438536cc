package org.deviceoffboarding.agent;

import org.deviceoffboarding.base.Actor;

/**
 * An agent was set up for the first time. Published inside the transaction that stores it.
 *
 * @param actor who set it up
 */
public record AgentSetUp(Actor actor) {}
