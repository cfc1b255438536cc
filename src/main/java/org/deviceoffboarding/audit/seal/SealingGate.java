package org.deviceoffboarding.audit.seal;

/** Asked before anything is sealed or copied out of the database. */
public interface SealingGate {

    /** Returns whether nothing may be sealed for now. What is recorded meanwhile waits. Quick: it is asked each second. */
    boolean isClosed();
}
