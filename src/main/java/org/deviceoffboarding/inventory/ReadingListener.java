package org.deviceoffboarding.inventory;

/** Follows a reading. Called from several threads, one per source. */
public interface ReadingListener {

    /**
     * A page was stored.
     *
     * @param pages and {@code rows} of this source so far; both start again if Graph gives up a listing in the middle
     */
    void pageRead(InventorySource source, int pages, long rows);

    /** A source was read to its end, in this reading or before a restart. */
    void finished(InventorySource source, long rows);

    /** Something begins that no page tells of; it completes "the run …", and holds until the next page or until something else is told. */
    default void doing(String what) {}
}
