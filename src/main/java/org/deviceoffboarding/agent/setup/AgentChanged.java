package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.base.PageNews;

/** The agent was set up or its identity renewed. Published in the transaction that stores it. */
public record AgentChanged() implements PageNews {}
