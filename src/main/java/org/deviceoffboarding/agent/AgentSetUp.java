package org.deviceoffboarding.agent;

/**
 * An agent was set up for the first time. Published after it is stored, on the thread of the person who did it.
 */
public record AgentSetUp() {}
