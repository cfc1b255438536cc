package org.deviceoffboarding.inventory;

/** Follows a reading. Called from several threads. */
public interface ReadingListener {

    /** A page was stored. */
    void pageRead(InventorySource source, int pages, long rows);

    /** A source was read to its end. */
    void finished(InventorySource source, long rows);
}
