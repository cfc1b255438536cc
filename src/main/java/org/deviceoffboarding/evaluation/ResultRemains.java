package org.deviceoffboarding.evaluation;

/**
 * What a module keeps of a run's result and removes once the result is no longer kept. Declared as beans; called in their
 * {@link org.springframework.core.annotation.Order}: what hangs on something else goes before it.
 */
public interface ResultRemains {

    /**
     * Removes some of what a run left, in the caller's short transaction.
     *
     * @return how many rows were removed, at most as many as asked for; 0 once there are none
     */
    int remove(long runId, int atMost);
}
