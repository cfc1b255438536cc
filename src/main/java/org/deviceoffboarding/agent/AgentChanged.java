package org.deviceoffboarding.agent;

import org.deviceoffboarding.base.PageNews;

/** The agent was set up, its identity renewed, lost or used by a run, or it was removed. Published in the transaction that stores it. */
public record AgentChanged() implements PageNews {}
