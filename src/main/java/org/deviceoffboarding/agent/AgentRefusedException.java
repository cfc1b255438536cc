package org.deviceoffboarding.agent;

/** The agent cannot be set up with the consent that was given; the message says why and what to do. */
public class AgentRefusedException extends RuntimeException {

    AgentRefusedException(String sentence) {
        super(sentence);
    }

    /** Returns a sentence for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
