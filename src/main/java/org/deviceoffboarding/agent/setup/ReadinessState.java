package org.deviceoffboarding.agent.setup;

/** What is known of something that the agent needs. Stored by name. */
public enum ReadinessState {
    /** It works. */
    GIVEN,
    /** Microsoft refused for want of it. */
    MISSING,
    /** It could not be found out, which is never taken for a yes. */
    UNKNOWN
}
