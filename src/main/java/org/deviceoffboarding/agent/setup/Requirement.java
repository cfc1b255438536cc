package org.deviceoffboarding.agent.setup;

/** @param permission in Microsoft Graph's words; @param reason why the agent needs it, a sentence or two */
public record Requirement(String permission, String reason) {}
