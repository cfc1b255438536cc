package org.deviceoffboarding.agent;

import org.deviceoffboarding.base.PageNews;

/** What the agent's identity allows is found to be other than before. Published in the transaction that stores it. */
public record AgentFeaturesChanged() implements PageNews {}
