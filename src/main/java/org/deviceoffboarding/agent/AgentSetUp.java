package org.deviceoffboarding.agent;

/**
 * An agent was set up where there was none. Published after it is stored, on the thread of the person who did it.
 */
public record AgentSetUp() {}
