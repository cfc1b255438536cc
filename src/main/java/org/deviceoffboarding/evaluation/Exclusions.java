package org.deviceoffboarding.evaluation;

import java.time.Instant;

/**
 * Keeps flagged devices from being suggested for reasons that the {@link org.deviceoffboarding.judging.Judge} does not know, such as exceptions.
 * Declared as beans; the one with the lowest {@link org.springframework.core.annotation.Order} that leaves a device out
 * names the reason.
 */
public interface Exclusions {

    /**
     * Prepares to judge the devices of a run that has read the tenant. Called outside of any transaction, on the thread
     * that carries the run out; called again when the run goes on after a restart, and must then leave out the same
     * devices, whatever people changed meanwhile.
     *
     * @throws RunFailedException if what is to be left out cannot be told: a run never carries on without
     */
    Exclusion prepare(Run run);

    /**
     * Prepares to judge devices of the newest result by what people decided up to now. Called outside of any transaction.
     *
     * @param judgedAt what ages are counted from
     * @throws DecisionsUnreadableException if what is to be left out cannot be told
     */
    Exclusion inForce(Instant judgedAt, Freshness groups);

    /** Returns another text as soon as people decided otherwise. */
    String state();
}
