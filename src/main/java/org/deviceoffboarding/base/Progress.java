package org.deviceoffboarding.base;

/** Told how far something is that takes its time. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks. */
    Progress UNSEEN = (done, all) -> {};

    /** @throws java.util.concurrent.CancellationException if nobody waits for it any more */
    void at(long done, long all);
}
