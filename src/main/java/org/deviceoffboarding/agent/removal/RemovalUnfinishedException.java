package org.deviceoffboarding.agent.removal;

/** Not all of a removed agent's data could be deleted yet: it is tried again. */
class RemovalUnfinishedException extends RuntimeException {

    RemovalUnfinishedException(long removalId) {
        super("The data of removal " + removalId + " is still being read, or the portal stops; it is deleted later");
    }
}
