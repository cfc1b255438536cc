package org.deviceoffboarding.evaluation;

/**
 * What a run has to know of the custom instructions; the module that keeps them declares it as a bean. A run stores the
 * version that was the newest when it was requested, and goes by that to its end. Called by jobs, too: asks for no role.
 */
public interface RunInstructions {

    /** Returns the newest version, in the caller's transaction; 0 until an owner writes some. */
    long newest();

    /**
     * Makes sure that a run can go by a version.
     *
     * @throws RunRefusedException if a sentence of it is not understood
     */
    void requireUnderstood(long version);
}
