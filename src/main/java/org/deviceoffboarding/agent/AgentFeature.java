package org.deviceoffboarding.agent;

/** What the portal does with the agent's identity, as far as one part can be lacking while the others work. */
public enum AgentFeature {
    RUNS("runs"),
    RENEWAL("setting the agent up and renewing it"),
    GROUPS("exceptions and instructions for groups"),
    PEOPLE("exceptions and instructions for people"),
    BITLOCKER_KEYS("whether BitLocker recovery keys are kept"),
    LOCAL_PASSWORDS("whether local administrators' passwords (LAPS) are kept"),
    ROLE_ASSIGNMENTS("to whom roles are assigned, under People"),
    UNITS("what the restricted administrative units of devices are called");

    private final String words;

    AgentFeature(String words) {
        this.words = words;
    }

    /** Returns what it is called within a sentence. */
    public String words() {
        return words;
    }
}
