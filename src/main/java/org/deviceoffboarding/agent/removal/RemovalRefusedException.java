package org.deviceoffboarding.agent.removal;

/** The agent is not removed, and nothing was changed. The message says why and what to do, for people. */
public class RemovalRefusedException extends RuntimeException {

    RemovalRefusedException(String why) {
        super(why);
    }
}
