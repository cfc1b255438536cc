package org.deviceoffboarding.graph;

/** Takes the pages of a collection, one after the other, on the thread that reads. */
@FunctionalInterface
public interface PageHandler<T> {

    void handle(GraphPage<T> page);

    /**
     * Graph no longer continues the listing, so that it is read again from page 1. What was handed over so far must be
     * discarded: it may hold objects that the second reading no longer has.
     */
    default void restarted() {}

    /** Returns whether what was handed over is all that is wanted: no further page is asked for then. */
    default boolean isEnough() {
        return false;
    }

    /** Returns whether {@link #isEnough()} may say so one day. If not, each page is asked for while the one before still arrives. */
    default boolean mayBeEnough() {
        return false;
    }
}
